package io.halfminute.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One SIPp process: callers from the trunk's address, or any number of desk phones at one address and port. Scenarios are
 * in {@code src/test/resources/sipp}; {@code @NAME@} in them is replaced before the start. Logs go to a folder.
 */
public final class Sipp implements AutoCloseable {

    private final Process process;
    private final Path folder;
    private final int port;

    private Sipp(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** One caller: what he says of himself, and what he dials. */
    public record Caller(String number, String name, String dialled) {
        private String line() {
            return number + ";" + name + ";" + dialled + ";";
        }
    }

    /**
     * Callers, so many in a second, each staying so long after the PBX has answered unless it hangs up before.
     *
     * @param folder for scenario and logs
     */
    public static Sipp callers(PbxUnderTest pbx, Path folder, List<Caller> callers, double perSecond, int stayMs) {
        return callers(pbx, folder, callers, perSecond, stayMs, Ports.udp(PbxUnderTest.CALLERS));
    }

    /** Likewise, with the UDP port at which the callers' voice streams arrive. */
    public static Sipp callers(PbxUnderTest pbx, Path folder, List<Caller> callers, double perSecond, int stayMs, int media) {
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        callers.forEach(caller -> lines.add(caller.line()));
        return start(pbx, folder, "caller", Map.of("STAY_MS", "" + stayMs), PbxUnderTest.CALLERS,
                Ports.udp(PbxUnderTest.CALLERS), List.of("-inf", write(folder, "callers.csv", lines).toString(),
                        "-m", "" + callers.size(), "-r", "" + (int) Math.round(perSecond * 1000), "-rp", "1000000",
                        "-l", "" + callers.size(), "-key", "rtp_port", "" + media,
                        "-mp", "" + Ports.udp(PbxUnderTest.CALLERS)));
    }

    /**
     * Callers without end: a new one whenever there are fewer than so many, at most so many in a second. Each goes when the
     * other side hangs up; {@link #close} ends it without a word to anybody.
     */
    public static Sipp stream(PbxUnderTest pbx, Path folder, List<Caller> callers, double perSecond, int atOnce) {
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        callers.forEach(caller -> lines.add(caller.line()));
        int media = Ports.udp(PbxUnderTest.CALLERS);
        return start(pbx, folder, "caller", Map.of("STAY_MS", "600000"), PbxUnderTest.CALLERS,
                Ports.udp(PbxUnderTest.CALLERS), List.of("-inf", write(folder, "callers.csv", lines).toString(),
                        "-r", "" + (int) Math.round(perSecond * 1000), "-rp", "1000000", "-l", "" + atOnce,
                        "-key", "rtp_port", "" + media, "-mp", "" + media));
    }

    /** Phones that ring for so long, pick up, and talk for so long or until the other side hangs up. */
    public static Sipp answering(PbxUnderTest pbx, Path folder, int ringMs, int talkMs) {
        return phones(pbx, folder, "phone-answers", Map.of("RING_MS", "" + ringMs, "TALK_MS", "" + talkMs));
    }

    /** Phones that answer every invitation with a status such as {@code 486 Busy Here}. */
    public static Sipp refusing(PbxUnderTest pbx, Path folder, String status) {
        return phones(pbx, folder, "phone-refuses", Map.of("STATUS", status));
    }

    /** Phones that follow a scenario; its {@code @NAME@} become these values. */
    public static Sipp phones(PbxUnderTest pbx, Path folder, String scenario, Map<String, String> values) {
        return start(pbx, folder, scenario, values, PbxUnderTest.PHONES, Ports.udp(PbxUnderTest.PHONES),
                List.of("-aa", "-mp", "" + Ports.udp(PbxUnderTest.PHONES)));
    }

    /** Customers at the other side of the trunk, who follow a scenario when they are called. */
    public static Sipp customers(PbxUnderTest pbx, Path folder, String scenario, Map<String, String> values) {
        return start(pbx, folder, scenario, values, PbxUnderTest.CALLERS, pbx.port("TRUNK_PORT"),
                List.of("-aa", "-mp", "" + Ports.udp(PbxUnderTest.CALLERS)));
    }

    /** Registers phones (with their passwords) at the address of this process. */
    public Sipp register(PbxUnderTest pbx, List<String> phones) {
        return register(pbx, phones, 3600);
    }

    /** Takes the registration of phones back. */
    public Sipp unregister(PbxUnderTest pbx, List<String> phones) {
        return register(pbx, phones, 0);
    }

    private Sipp register(PbxUnderTest pbx, List<String> phones, int seconds) {
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        phones.forEach(phone -> lines.add("%s;[authentication username=%s password=%s];%d;"
                .formatted(phone, phone, pbx.passwordOf(phone), seconds)));
        Path own = folder.resolve("register-" + seconds + "-" + phones.getFirst());
        Sipp registration = start(pbx, own, "register", Map.of(), PbxUnderTest.PHONES, Ports.udp(PbxUnderTest.PHONES),
                List.of("-inf", write(own, "phones.csv", lines).toString(), "-m", "" + phones.size(), "-r", "200",
                        "-key", "contact_port", "" + port));
        registration.awaitSuccess(30);
        return this;
    }

    private static Sipp start(PbxUnderTest pbx, Path folder, String scenario, Map<String, String> values, String address,
                              int port, List<String> options) {
        String text = resource("sipp/" + scenario + ".xml");
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        Path file = write(folder, scenario + ".xml", List.of(text.split("\n", -1)));
        List<String> command = new ArrayList<>(List.of("sipp", "127.0.0.1:" + pbx.port("SIP_PORT"), "-sf", file.toString(),
                "-i", address, "-p", "" + port, "-mi", address, "-nostdin", "-skip_rlimit", "-trace_err", "-error_file",
                folder.resolve("errors.log").toString(), "-trace_msg", "-message_file", folder.resolve("messages.log").toString()));
        command.addAll(options);
        try {
            return new Sipp(new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("screen.log").toFile()).start(), folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var stream = Sipp.class.getClassLoader().getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path folder, String name, List<String> lines) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and fails, with what it complained of, if one of its calls failed. */
    public void awaitSuccess(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                close();
                throw new AssertionError("SIPp did not end within " + seconds + " s; see " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for SIPp", e);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("SIPp failed with " + process.exitValue() + ": " + read("errors.log"));
        }
    }

    /** Everything that it sent and received. */
    public String messages() {
        return read("messages.log");
    }

    /** The file of everything that it sent and received. */
    public Path messageFile() {
        return folder.resolve("messages.log");
    }

    private String read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it still runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Places no more calls; it ends once its present ones have. SIPp takes this signal for it. */
    public void placeNoMore() {
        Run.toEnd(List.of("kill", "-USR1", Long.toString(process.pid())));
    }

    /** Ends it as a power cut would: no BYE, no unregistering. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
