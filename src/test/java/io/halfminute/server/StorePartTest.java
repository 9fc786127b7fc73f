package io.halfminute.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.config.Configuration;
import io.halfminute.testing.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorePartTest {

    @TempDir
    Path folder;

    @Test
    void aStartThatFailsHalfWayLeavesNoDatabaseRunning() throws IOException {
        Configuration configuration = Configuration.read(Path.of("config"),
                Map.of("database.port", Integer.toString(Ports.tcp())));
        Files.createDirectories(folder.resolve("outbox.db/in-the-way"));
        DataFolder data = new DataFolder(folder);
        try (DatabaseHome home = new DatabaseHome(configuration.server().database(), data)) {
            assertThrows(RuntimeException.class, () -> new StorePart(configuration, data, home, Mandate.alone(1),
                    (call, ticket, joined) -> { }, InstantSource.system()));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertFalse(files.anyMatch(file -> file.endsWith("postmaster.pid")), "a database runs in " + folder);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertTrue(files.anyMatch(file -> file.endsWith("PG_VERSION")), "no database was made in " + folder);
        }
    }
}
