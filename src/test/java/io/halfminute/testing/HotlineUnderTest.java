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
import java.util.function.Consumer;

/**
 * The whole hotline, real: an Asterisk, an embedded PostgreSQL, and the server as a process of its own that can be killed
 * and started again. Everything on free ports, in a data folder of its own, ended by {@link #close}.
 */
public final class HotlineUnderTest implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(60);

    private final Path folder;
    private final Path config;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> serving = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Sipp> callers = new ArrayList<>();
    private PbxUnderTest pbx;
    private Process server;
    private Api supervisor;

    private HotlineUnderTest(Path folder, Path config) {
        this.folder = folder;
        this.config = config;
        int rtp = 20_000 + (int) (ProcessHandle.current().pid() % 200) * 100;
        ports.put("http.port", Ports.tcp());
        ports.put("pbx.agi.port", Ports.tcp());
        ports.put("pbx.ami.port", Ports.tcp());
        ports.put("pbx.sip.port", Ports.udp("127.0.0.1"));
        ports.put("pbx.sip.web-socket-port", Ports.tcp());
        ports.put("database.port", Ports.tcp());
        ports.put("pbx.sip.rtp-start", Math.min(rtp, 30_000));
        ports.put("pbx.sip.rtp-end", Math.min(rtp, 30_000) + 1_999);
    }

    /** Starts everything; returns when the server is ready. */
    public static HotlineUnderTest start(Path folder, HotlineConfig config) {
        return start(folder, config, Map.of());
    }

    /** The same, with other values for keys of {@code halfminute.yaml}. */
    public static HotlineUnderTest start(Path folder, HotlineConfig config, Map<String, String> settings) {
        return start(folder, config, settings, started -> { });
    }

    /** The same; {@code beforeServing} is called once the PBX is up, and may {@link #serveWith} something else. */
    public static HotlineUnderTest start(Path folder, HotlineConfig config, Map<String, String> settings,
                                         Consumer<HotlineUnderTest> beforeServing) {
        HotlineUnderTest hotline = new HotlineUnderTest(folder, config.write(folder.resolve("config")));
        hotline.settings.putAll(settings);
        try {
            hotline.prepare();
            hotline.pbx = PbxUnderTest.startPrepared(hotline.data());
            beforeServing.accept(hotline);
            hotline.startServer();
            return hotline;
        } catch (RuntimeException | AssertionError failed) {
            hotline.close();
            throw failed;
        }
    }

    private void prepare() {
        Run.toEnd(command("prepare"));
    }

    /** Starts the server and waits until it is ready. */
    public void startServer() {
        try {
            ProcessBuilder program = new ProcessBuilder(command("serve")).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.out").toFile()));
            program.environment().putAll(environment);
            server = program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("the server is ready; see " + folder.resolve("server.out")).atMost(READY)
                .pollInterval(Duration.ofMillis(50)).until(() -> !server.isAlive() || api().isReady());
        if (!server.isAlive()) {
            throw new AssertionError("the server ended: " + log());
        }
    }

    private List<String> command(String what) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("launcher", "server.options").toAbsolutePath()));
        if (what.equals("serve")) {
            command.addAll(extraOptions());
        }
        command.addAll(List.of("-Dhalfminute.cache=" + Path.of(System.getProperty("user.home"), ".cache", "halfminute"),
                "-Dhalfminute.pbx=" + Path.of("asterisk", "pbx").toAbsolutePath(),
                "-cp", System.getProperty("halfminute.server-class-path", System.getProperty("java.class.path")),
                "io.halfminute.server.Main", what, "--config", config.toString(), "--data", data().toString()));
        ports.forEach((key, port) -> command.addAll(List.of("--set", key + "=" + port)));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        if (what.equals("serve")) {
            serving.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        }
        return command;
    }

    /** A value for the server alone, from its next start: the PBX keeps what was prepared. */
    public void serveWith(String key, String value) {
        serving.put(key, value);
    }

    /** A variable of the server's environment, from its next start. */
    public void serveIn(String variable, String value) {
        environment.put(variable, value);
    }

    /** What else the server's JVM is told, for benchmarks. */
    private static List<String> extraOptions() {
        String options = System.getProperty("halfminute.server-options", "");
        return options.isBlank() ? List.of() : List.of(options.strip().split(" +"));
    }

    /** As a power cut would: no word to anybody. The PBX and the database live on. */
    public void killServer() {
        server.destroyForcibly();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server's process. */
    public Process server() {
        return server;
    }

    /** A client of the API that has not signed in. */
    public Api api() {
        return new Api("http://127.0.0.1:" + ports.get("http.port"));
    }

    /** A client that has signed in as this user, with the password that the server generated. */
    public Api as(String user) {
        Path password = data().resolve("passwords").resolve(user);
        AtomicReference<Api> signedIn = new AtomicReference<>();
        // Ready means that calls are taken; users follow, and a password is written a moment before it is let in.
        await(user + " is let in").atMost(READY).until(() -> Files.exists(password));
        await(user + " is let in").atMost(READY).pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> signedIn.set(api().signIn(user, Files.readString(password).strip())));
        return signedIn.get();
    }

    /** A client signed in as the supervisor; the session outlives the server. */
    public Api supervisor() {
        if (supervisor == null) {
            supervisor = as("supervisor");
        }
        return supervisor;
    }

    /** Signs the agents in and makes them ready; their phones must be registered. */
    public void ready(String... agents) {
        supervisor();
        for (String agent : agents) {
            supervisor.state(agent, "signed-in");
            await(agent + "'s phone is known").atMost(Duration.ofSeconds(10))
                    .until(() -> supervisor.agent(agent).at("/phoneReachable").asBoolean());
            supervisor.state(agent, "ready");
        }
    }

    /** Signs everybody out. */
    public void allOut() {
        supervisor().get("/agents").at("/items")
                .forEach(agent -> supervisor.state(agent.at("/agent").asText(), "signed-out"));
    }

    public PbxUnderTest pbx() {
        return pbx;
    }

    /** The port behind a key of {@code halfminute.yaml}. */
    public int port(String key) {
        return ports.get(key);
    }

    /** The configuration's folder, to be changed while the server runs. */
    public Path config() {
        return config;
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** A folder for SIPp's files. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    /** What the server has said so far. */
    public String log() {
        try {
            return Files.readString(folder.resolve("server.out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server in order, and its database with it; the PBX goes on. */
    public void stopServer() {
        server.destroy();
        try {
            if (!server.waitFor(60, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One caller, who stays so long after the PBX has answered; ended at the latest by {@link #close}. */
    public void call(String number, String dialled, int stayMs) {
        callers.add(Sipp.callers(pbx, folder("caller-" + number), List.of(new Sipp.Caller(number, "", dialled)), 1, stayMs));
    }

    /** Ends the callers, the server, its database and the PBX. */
    @Override
    public void close() {
        callers.forEach(Sipp::close);
        if (server != null) {
            stopServer();
            stopOrphanedDatabase();
        }
        if (pbx != null) {
            pbx.close();
        }
    }

    /** A server that was killed, and not started again, has left its database behind. */
    private void stopOrphanedDatabase() {
        Path file = data().resolve("postgres/data/postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip())).ifPresent(postmaster -> {
                postmaster.destroy();
                await("the database that was left behind ends").atMost(READY).until(() -> !postmaster.isAlive());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
