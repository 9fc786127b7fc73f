package io.halfminute.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The database server that a data folder's {@code postmaster.pid} speaks of: process id in the first line, data folder in the
 * second, port in the fourth.
 */
record Postmaster(long pid, int port, Path file) {

    private static final int LINES = 4;

    /** What the file says; empty if there is none, or none that says enough. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            int port = lines.size() < LINES ? 0 : Integer.parseInt(lines.get(LINES - 1).strip());
            return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), port, file));
        } catch (RuntimeException halfWritten) {
            return Optional.of(new Postmaster(0, 0, file));
        }
    }

    /** Whether that process is there and is PostgreSQL; after a crash of the machine its number may be somebody else's. */
    boolean isAlive() {
        return pid > 0 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.contains("postgres")).isPresent();
    }
}
