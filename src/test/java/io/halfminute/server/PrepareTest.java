package io.halfminute.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PrepareTest {

    @TempDir
    Path temp;

    private final StringWriter said = new StringWriter();

    private int run(String... words) {
        CommandLine command = Main.commandLine();
        command.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        return command.execute(Stream.concat(Stream.of(words), Stream.of("--data", temp.resolve("data").toString()))
                .toArray(String[]::new));
    }

    private String content(String file) throws IOException {
        return Files.readString(temp.resolve("data").resolve(file));
    }

    @Test
    void thePbxIsToldItsPortsAndItsPhones() throws IOException {
        assertEquals(0, run("prepare", "--set", "pbx.sip.port=6060", "--set", "pbx.heartbeat.max-age=2500ms"));
        assertTrue(content("pbx/pbx.env").contains("SIP_PORT=6060\n"));
        assertTrue(content("pbx/pbx.env").contains("HEARTBEAT_MAX_AGE=3\n"));
        List<String> phones = content("pbx/phones.list").lines().toList();
        assertEquals(8, phones.size());
        assertEquals("1001:" + content("secrets/phones/1001"), phones.getFirst());
    }

    @Test
    void eachFurtherPbxGetsAFolderOfItsOwn() throws IOException {
        Path config = temp.resolve("config");
        Files.createDirectories(config);
        for (String file : List.of("agents.yaml", "brands.yaml", "queues.yaml")) {
            Files.copy(Path.of("config", file), config.resolve(file));
        }
        Files.writeString(config.resolve("halfminute.yaml"), "pbx: {name: a, servers: {b: {host: 10.0.0.6}}}\n");
        assertEquals(0, run("prepare", "--config", config.toString()));
        assertTrue(content("pbx/pbx.env").contains("PBX_NAME=a\nPEERS=b=10.0.0.6:5060\n"));
        assertTrue(content("pbx-b/pbx/pbx.env").contains("PBX_NAME=b\nPEERS=a=127.0.0.1:5060\nSIP_ADDRESS=10.0.0.6\n"));
        assertEquals(content("pbx/phones.list"), content("pbx-b/pbx/phones.list"));
        assertEquals(content("secrets/peer"), content("pbx-b/secrets/peer"));
        assertEquals("rw-------", permissions("pbx-b/secrets/peer"));
    }

    @Test
    void theLauncherIsToldThePorts() throws IOException {
        assertEquals(0, run("prepare", "--port", "9080"));
        assertTrue(content("run/launch.env").contains("HTTP_PORT=9080\n"));
        assertTrue(content("run/launch.env").contains("PBX_SIP_WEB_SOCKET_PORT=8088\n"));
        assertTrue(content("run/launch.env").contains("NUMBERS=4001,4002\n"));
    }

    @Test
    void secretsAreMadeOnceAndForTheOwnerOnly() throws IOException {
        run("prepare");
        String secret = content("secrets/ami-actions");
        run("prepare");
        assertEquals(secret, content("secrets/ami-actions"));
        for (String file : List.of("secrets/ami-actions", "secrets/phones/1001", "pbx/phones.list", "pbx/pbx.env")) {
            assertEquals("rw-------", permissions(file), file);
        }
        assertEquals("rwx------", permissions("secrets/phones"));
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("data").resolve(file)));
    }

    @Test
    void aSecretThatCannotStandInAFileOfThePbxIsRefusedWithItsName() throws IOException {
        run("prepare");
        Files.writeString(temp.resolve("data/secrets/phones/1001"), "a;b");
        assertEquals(1, run("prepare"));
        assertTrue(said.toString().contains("secrets/phones/1001 will not do; what would do is 16 to 64 letters"), said.toString());
    }

    @Test
    void aConfigurationThatWillNotDoStopsBeforeAnythingIsWritten() {
        assertEquals(3, run("prepare", "--set", "http.prot=1"));
        assertTrue(said.toString().contains("--set  http.prot: there is no such key; maybe you meant \"http.port\""), said.toString());
        assertTrue(Files.notExists(temp.resolve("data")));
    }

    @Test
    void theShippedConfigurationPassesItsCheckWithoutAWarning() {
        assertEquals(0, run("check-config"));
        assertEquals("configuration in config: 2 brands, 2 queues, 9 users", said.toString().strip());
    }
}
