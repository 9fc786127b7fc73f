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
import java.util.concurrent.atomic.AtomicReference;

/** One server as a process with a data folder of its own; it can be killed and started again. What it says goes to a file. */
final class ServerProcess {

    static final Duration READY = Duration.ofSeconds(60);

    private final Path folder;
    private final Path config;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Process process;

    /**
     * @param folder of its data and of what it says
     * @param config where its four files are
     */
    ServerProcess(Path folder, Path config) {
        this.folder = folder;
        this.config = config;
    }

    /** A value for a key of {@code halfminute.yaml}, from the next command. */
    void set(String key, Object value) {
        settings.put(key, value.toString());
    }

    /** A variable of its environment, from the next start. */
    void setVariable(String name, String value) {
        environment.put(name, value);
    }

    /** Writes what the PBX needs. */
    void prepare() {
        Run.toEnd(command("prepare", List.of()));
    }

    /** Starts it and waits until it is ready. */
    void start() {
        try {
            ProcessBuilder program = new ProcessBuilder(command("serve", extraOptions())).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
            program.environment().putAll(environment);
            process = program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("the server is ready; see " + output()).atMost(READY).pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || api().isReady());
        if (!process.isAlive()) {
            throw new AssertionError("the server ended: " + log());
        }
    }

    private List<String> command(String what, List<String> options) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("launcher", "server.options").toAbsolutePath()));
        command.addAll(options);
        command.addAll(List.of("-Dhalfminute.cache=" + Path.of(System.getProperty("user.home"), ".cache", "halfminute"),
                "-Dhalfminute.pbx=" + Path.of("asterisk", "pbx").toAbsolutePath(),
                "-cp", System.getProperty("halfminute.server-class-path", System.getProperty("java.class.path")),
                "io.halfminute.server.Main", what, "--config", config.toString(), "--data", data().toString()));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return command;
    }

    /** What else the server's JVM is told, for benchmarks. */
    private static List<String> extraOptions() {
        String options = System.getProperty("halfminute.server-options", "");
        return options.isBlank() ? List.of() : List.of(options.strip().split(" +"));
    }

    /** Null before its first start. */
    Process process() {
        return process;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** A client that has not signed in. */
    Api api() {
        return new Api("http://127.0.0.1:" + settings.get("http.port"));
    }

    /**
     * A client that has signed in as this user.
     *
     * @param passwords the folder of the passwords that a server has generated
     */
    Api as(String user, Path passwords) {
        Path password = passwords.resolve(user);
        AtomicReference<Api> signedIn = new AtomicReference<>();
        // Ready means that calls are taken; users follow, and a password is written a moment before it is let in.
        await(user + " is let in").atMost(READY).until(() -> Files.exists(password));
        // A node whose leader has died takes no connection for the moment in which it begins to lead.
        await(user + " is let in").atMost(READY).pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class).untilAsserted(() -> signedIn.set(api().signIn(user, Files.readString(password).strip())));
        return signedIn.get();
    }

    private Path output() {
        return folder.resolve("server.out");
    }

    /** What it has said so far. */
    String log() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would: no word to anybody. */
    void kill() {
        process.destroyForcibly();
        isOver(10);
    }

    /** Ends it in order. */
    void stop() {
        process.destroy();
        if (!isOver(60)) {
            process.destroyForcibly();
        }
    }

    private boolean isOver(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
