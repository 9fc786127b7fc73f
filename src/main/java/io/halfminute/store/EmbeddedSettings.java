package io.halfminute.store;

import java.nio.file.Path;

/**
 * The PostgreSQL that comes with the program.
 *
 * @param folder   such as {@code data/postgres}: its data, its logs, and the program itself
 * @param programs where the program is unpacked to, once; such as {@code data/postgres/program}
 * @param secret   the file with the password, such as {@code data/secrets/database}; made when it is not there
 * @param port     on 127.0.0.1; fixed, so that an earlier run's database is found again
 * @param startMs  how long a start or a stop may take
 */
public record EmbeddedSettings(Path folder, Path programs, Path secret, int port, int startMs) {

    /** The port that ships; beside PostgreSQL's own, which may be taken. */
    public static final int PORT = 5439;
    /** The time that ships; a start after a crash replays what was not yet in place. */
    public static final int START_MS = 60_000;

    public EmbeddedSettings {
        if (port < 1024 || port > 65_535) {
            throw new IllegalArgumentException("database port " + port + ": what would do is 1024 to 65535, such as "
                    + PORT);
        }
        folder = folder.toAbsolutePath().normalize();
        programs = programs.toAbsolutePath().normalize();
        secret = secret.toAbsolutePath().normalize();
    }

    /** As it ships, below the data folder. */
    public static EmbeddedSettings standard(Path data) {
        return new EmbeddedSettings(data.resolve("postgres"), data.resolve("postgres/program"),
                data.resolve("secrets/database"), PORT, START_MS);
    }

    Path data() {
        return folder.resolve("data");
    }
}
