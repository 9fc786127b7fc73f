package io.halfminute.demo;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One SIPp process. */
final class Sipp implements AutoCloseable {

    private static final long SECONDS_TO_END = 3;

    private final Process process;

    private Sipp(Process process) {
        this.process = process;
    }

    /**
     * Starts it, with {@code folder} as its working folder.
     *
     * @throws IOException when there is no SIPp
     */
    static Sipp start(Path folder, String pbx, String address, int port, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("sipp", pbx, "-i", address, "-mi", address, "-p", Integer.toString(port),
                "-nostdin"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Sipp(builder.start());
    }

    /** A UDP port of {@code address} that is free just now. */
    static int freePort(String address) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0))) {
            return socket.getLocalPort();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ended well within {@code seconds}; it is ended otherwise. */
    boolean succeedsWithin(int seconds) throws InterruptedException {
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        return ended && process.exitValue() == 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
