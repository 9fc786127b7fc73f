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
import java.util.function.Consumer;

/**
 * The whole hotline, real: an Asterisk, an embedded PostgreSQL, and the server as a process of its own that can be killed
 * and started again. Everything on free ports, in a data folder of its own, ended by {@link #close}.
 */
public final class HotlineUnderTest implements AutoCloseable {

    private final Path folder;
    private final Path config;
    private final ServerProcess server;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final List<Sipp> people = new ArrayList<>();
    private int folders;
    private PbxUnderTest pbx;
    private Api supervisor;

    private HotlineUnderTest(Path folder, Path config) {
        this.folder = folder;
        this.config = config;
        this.server = new ServerProcess(folder, config);
        int rtp = 20_000 + (int) (ProcessHandle.current().pid() % 200) * 100;
        ports.put("http.port", Ports.tcp());
        ports.put("pbx.agi.port", Ports.tcp());
        ports.put("pbx.ami.port", Ports.tcp());
        ports.put("pbx.sip.port", Ports.udp("127.0.0.1"));
        ports.put("pbx.sip.web-socket-port", Ports.tcp());
        ports.put("database.port", Ports.tcp());
        ports.put("pbx.sip.rtp-start", Math.min(rtp, 30_000));
        ports.put("pbx.sip.rtp-end", Math.min(rtp, 30_000) + 1_999);
        ports.forEach(server::set);
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
        settings.forEach(hotline.server::set);
        try {
            hotline.server.prepare();
            hotline.pbx = PbxUnderTest.startPrepared(hotline.data());
            beforeServing.accept(hotline);
            hotline.startServer();
            return hotline;
        } catch (RuntimeException | AssertionError failed) {
            hotline.close();
            throw failed;
        }
    }

    /** Starts the server and waits until it is ready. */
    public void startServer() {
        server.start();
    }

    /** A value for the server alone, from its next start: the PBX keeps what was prepared. */
    public void serveWith(String key, String value) {
        server.set(key, value);
    }

    /** A variable of the server's environment, from its next start. */
    public void serveIn(String variable, String value) {
        server.setVariable(variable, value);
    }

    /** As a power cut would: no word to anybody. The PBX and the database live on. */
    public void killServer() {
        server.kill();
    }

    /** The server's process. */
    public Process server() {
        return server.process();
    }

    /** A client of the API that has not signed in. */
    public Api api() {
        return server.api();
    }

    /** A client that has signed in as this user, with the password that the server generated. */
    public Api as(String user) {
        return server.as(user, data().resolve("passwords"));
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

    /** Phones that ring for so long, pick up and talk for so long, and their agents, ready. */
    public Sipp answering(int ringMs, int talkMs, String... agents) {
        return atWork(Sipp.answering(pbx, newFolder("phones"), ringMs, talkMs), agents);
    }

    /** Phones that answer every invitation with a status such as {@code 486 Busy Here}, and their agents, ready. */
    public Sipp refusing(String status, String... agents) {
        return atWork(Sipp.refusing(pbx, newFolder("phones"), status), agents);
    }

    /** Customers who follow a scenario when they are called back. */
    public Sipp customers(String scenario, Map<String, String> values) {
        Sipp customers = Sipp.customers(pbx, newFolder("customers"), scenario, values);
        people.add(customers);
        return customers;
    }

    private Sipp atWork(Sipp phones, String... agents) {
        people.add(phones);
        phones.register(pbx, List.of(agents));
        ready(agents);
        return phones;
    }

    /** One caller, who stays so long after the PBX has answered; a number may call again. */
    public void call(String number, String dialled, int stayMs) {
        call(number, dialled, stayMs, Ports.udp(PbxUnderTest.CALLERS));
    }

    /** Likewise, with the UDP port at which his voice stream arrives. */
    public void call(String number, String dialled, int stayMs, int media) {
        people.add(Sipp.callers(pbx, newFolder("caller-" + number), List.of(new Sipp.Caller(number, "Wang", dialled)), 1,
                stayMs, media));
    }

    private Path newFolder(String name) {
        return folder(name + "-" + folders++);
    }

    /** Ends these callers and phones, and signs everybody out. */
    public void everybodyGoesHome() {
        people.forEach(Sipp::close);
        people.clear();
        allOut();
    }

    /** Signs everybody out; the phones stay. */
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
        return server.data();
    }

    /** A folder for SIPp's files. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    /** What the server has said so far. */
    public String log() {
        return server.log();
    }

    /** Ends the server in order, and its database with it; the PBX goes on. */
    public void stopServer() {
        server.stop();
    }

    /** Ends callers and phones, the server, its database and the PBX. */
    @Override
    public void close() {
        people.forEach(Sipp::close);
        if (server.process() != null) {
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
                await("the database that was left behind ends").atMost(ServerProcess.READY).until(() -> !postmaster.isAlive());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
