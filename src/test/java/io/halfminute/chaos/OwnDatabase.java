package io.halfminute.chaos;

import io.halfminute.store.DatabaseSettings;
import io.halfminute.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A PostgreSQL that the server did not start and does not end, for faults that are to strike only one of them. */
record OwnDatabase(DatabaseSettings settings) {

    /** With tables and nothing in them; it ends with this JVM. */
    static OwnDatabase empty() {
        TestDatabase.fresh().close();
        return new OwnDatabase(TestDatabase.settings());
    }

    int port() {
        return Integer.parseInt(settings.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    /** What tells the server to use it, by way of this port. */
    Map<String, String> reachedAt(int port, Path folder) {
        return Map.of("database.server.url", settings.url().replace(":" + port() + "/", ":" + port + "/"),
                "database.server.user", settings.user(), "database.server.password-file", secret(folder).toString());
    }

    private Path secret(Path folder) {
        try {
            Path file = Files.writeString(folder.resolve("database-password"), settings.password());
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
