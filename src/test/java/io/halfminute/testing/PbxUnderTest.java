package io.halfminute.testing;

import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.asterisk.AsteriskSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A real Asterisk on free ports with a data folder of its own, started by {@code asterisk/pbx} and ended by
 * {@link #close}. Phones are 1001 and following, with the passwords {@code secret-1001} and following.
 */
public final class PbxUnderTest implements AutoCloseable {

    /** Where phones of tests live. */
    public static final String PHONES = "127.0.0.3";
    /** Where callers of tests live: the trunk's address. */
    public static final String CALLERS = "127.0.0.2";

    private static final List<String> NAMES = List.of("a", "b");
    private static final Path SCRIPT = Path.of("asterisk", "pbx").toAbsolutePath();

    private final Path data;
    private final Map<String, String> settings;

    private PbxUnderTest(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = settings;
    }

    /**
     * Prepares and starts one.
     *
     * @param data   an empty folder
     * @param phones how many phones
     * @param others settings of pbx.env that shall differ, such as {@code HEARTBEAT_MAX_AGE}
     */
    public static PbxUnderTest start(Path data, int phones, Map<String, String> others) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "SIP_PORT", "" + Ports.udp("127.0.0.1"), "WS_PORT", "" + Ports.tcp(), "AMI_PORT", "" + Ports.tcp(),
                "AGI_PORT", "" + Ports.tcp(), "TRUNK_PORT", "" + Ports.udp(CALLERS), "QUALIFY_SECONDS", "0"));
        settings.putAll(others);
        PbxUnderTest pbx = new PbxUnderTest(data, settings);
        pbx.writeSettings(phones);
        pbx.start();
        return pbx;
    }

    /**
     * Prepares and starts two that know each other, a and b.
     *
     * @param folder an empty folder
     * @param phones how many phones, each known to both
     */
    public static List<PbxUnderTest> startTwo(Path folder, int phones, Map<String, String> others) {
        int[] sip = {Ports.udp("127.0.0.1"), Ports.udp("127.0.0.1")};
        List<PbxUnderTest> two = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            Path data = folder.resolve(NAMES.get(n));
            if (n > 0) {
                copySecrets(two.getFirst().data, data);
            }
            int rtp = 42_000 + n * 1_000;
            Map<String, String> settings = new TreeMap<>(others);
            settings.putAll(Map.of("PBX_NAME", NAMES.get(n), "PEERS", NAMES.get(1 - n) + "=127.0.0.1:" + sip[1 - n],
                    "SIP_PORT", "" + sip[n], "RTP_START", "" + rtp, "RTP_END", "" + (rtp + 999)));
            two.add(start(data, phones, settings));
        }
        return two;
    }

    private static void copySecrets(Path from, Path to) {
        try {
            Files.createDirectories(to.resolve("secrets"));
            for (String name : List.of("ami-events", "ami-actions", "agi-token", "peer")) {
                Files.copy(from.resolve("secrets").resolve(name), to.resolve("secrets").resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one whose data folder {@code prepare} of the server has filled. */
    public static PbxUnderTest startPrepared(Path data) {
        Map<String, String> settings = new TreeMap<>();
        lines(data.resolve("pbx/pbx.env")).forEach(line -> settings.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        // No test's customers are at the trunk's usual port.
        settings.put("TRUNK_PORT", "" + Ports.udp(CALLERS));
        write(data.resolve("pbx/pbx.env"), settings);
        PbxUnderTest pbx = new PbxUnderTest(data, settings);
        pbx.start();
        return pbx;
    }

    private static void write(Path file, Map<String, String> settings) {
        try {
            Files.write(file, settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeSettings(int phones) {
        List<String> list = new ArrayList<>();
        for (int n = 0; n < phones; n++) {
            list.add(phone(n) + ":" + password(phone(n)));
        }
        try {
            Files.createDirectories(data.resolve("pbx"));
            write(data.resolve("pbx/pbx.env"), settings);
            Path file = Files.write(data.resolve("pbx/phones.list"), list);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the n-th phone, from 0. */
    public static String phone(int n) {
        return Integer.toString(1001 + n);
    }

    /** The password of a phone that this class made. */
    private static String password(String phone) {
        return "secret-" + phone;
    }

    /** The password with which a phone registers here. */
    public String passwordOf(String phone) {
        return lines(data.resolve("pbx/phones.list")).stream().map(line -> line.split(":"))
                .filter(parts -> parts[0].equals(phone)).findFirst().orElseThrow()[1];
    }

    /** Starts it, again after {@link #stop}. */
    public void start() {
        Run.toEnd(List.of(SCRIPT.toString(), "start", "--data", data.toString()));
    }

    /** Stops it; its data stay. */
    public void stop() {
        Run.toEnd(List.of(SCRIPT.toString(), "stop", "--data", data.toString()));
    }

    /** As a power cut would: no word to anybody. */
    public void kill() {
        try {
            long pid = Long.parseLong(Files.readString(data.resolve("pbx/asterisk.pid")).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One command of Asterisk's command line. */
    public String cli(String command) {
        return Run.toEnd(List.of(SCRIPT.toString(), "exec", "--data", data.toString(), command));
    }

    /** Whether a phone can register: a reload takes in its parts one after the other, some time after their file is written. */
    public boolean knowsPhone(String phone) {
        return Stream.of("auth", "aor", "endpoint")
                .noneMatch(part -> cli("pjsip show " + part + " " + phone).contains("Unable to find object"));
    }

    /** A setting of pbx.env, as a number. */
    public int port(String name) {
        return Integer.parseInt(settings.get(name));
    }

    /** What a server needs to connect. */
    public AsteriskSettings settings(long epoch) {
        return settings(epoch, AsteriskSettings.Limits.DEFAULT);
    }

    /** Likewise, with other limits. */
    public AsteriskSettings settings(long epoch, AsteriskSettings.Limits limits) {
        return new AsteriskSettings(name(), "127.0.0.1", port("AMI_PORT"), login("hm-events", "ami-events"),
                login("hm-actions", "ami-actions"), epoch, Optional.empty(), limits);
    }

    /** Its name among several. */
    public PbxId name() {
        return settings.containsKey("PBX_NAME") ? new PbxId(settings.get("PBX_NAME")) : PbxId.MAIN;
    }

    private AsteriskSettings.Login login(String user, String secret) {
        return new AsteriskSettings.Login(user, secret(secret));
    }

    /** A generated secret by its file's name. */
    public String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of Asterisk's own call records. */
    public List<String> callRecords() {
        Path file = data.resolve("pbx/log/cdr-csv/Master.csv");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data folder. */
    public Path data() {
        return data;
    }

    @Override
    public void close() {
        stop();
    }
}
