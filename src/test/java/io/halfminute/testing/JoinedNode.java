package io.halfminute.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One more server of a hotline that runs already: same PBX, same database, a data folder and a process of its own. */
public final class JoinedNode implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(60);

    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final HotlineUnderTest first;
    private Process process;

    /** @param members where all nodes listen, {@code HOST:PORT}; {@code port} is this one's */
    public JoinedNode(HotlineUnderTest first, Path folder, String name, int port, String members) {
        this.first = first;
        this.folder = folder;
        settings.put("http.port", Integer.toString(Ports.tcp()));
        settings.put("pbx.agi.port", Integer.toString(Ports.tcp()));
        settings.put("pbx.managed", "false");
        settings.put("pbx.ami.port", Integer.toString(first.port("pbx.ami.port")));
        settings.put("database.server.url", "jdbc:postgresql://127.0.0.1:" + first.port("database.port") + "/halfminute");
        settings.put("database.server.user", "halfminute");
        settings.put("database.server.password-file", first.data().resolve("secrets/database").toString());
        settings.put("cluster.node", name);
        settings.put("cluster.port", Integer.toString(port));
        settings.put("cluster.members", members);
        copySecrets();
    }

    private void copySecrets() {
        Path from = first.data().resolve("secrets");
        Path to = folder.resolve("data/secrets");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it follows or leads. */
    public JoinedNode start() {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx384m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "io.halfminute.server.Main", "serve", "--config",
                first.config().toString(), "--data", folder.resolve("data").toString()));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.out").toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("the node is ready; see " + folder.resolve("server.out")).atMost(READY)
                .pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive() || api().isReady());
        if (!process.isAlive()) {
            throw new AssertionError("the node ended: " + log());
        }
        return this;
    }

    /** A client that has not signed in, at this node. */
    public Api api() {
        return new Api("http://127.0.0.1:" + settings.get("http.port"));
    }

    public Process process() {
        return process;
    }

    /** What it has said so far. */
    public String log() {
        try {
            return Files.readString(folder.resolve("server.out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
