package io.halfminute.chaos;

import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Browsers that look at the wallboard and take nothing of it from their sockets, under calls. The others' boards go on. */
final class SlowBrowsers implements Scenario {

    private static final int AGENTS = 8;
    private static final int WAITING = 12;
    private static final int TALK_MS = 2_000;
    private static final int BROWSERS = 40;
    /** What a socket of such a browser keeps by itself. */
    private static final int RECEIVED = 2_048;
    /** A page's picture at most so old, though the boards of those who hang are due at the same time. */
    private static final long BOARD_LIMIT_MS = 2_000;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> ages = new ArrayList<>();

    @Override
    public String name() {
        return "slow-browser";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        int seconds = form.full() ? 120 : 20;
        HotlineUnderTest hotline = HotlineUnderTest.start(folder, Crowd.config(AGENTS), Map.of());
        List<Socket> hanging = new ArrayList<>();
        try (Crowd crowd = Crowd.at(hotline, AGENTS, TALK_MS)) {
            crowd.call(AGENTS + WAITING, 8);
            Api supervisor = hotline.supervisor();
            for (int browser = 0; browser < BROWSERS; browser++) {
                hanging.add(hang(hotline.port("http.port"), supervisor));
            }
            for (int second = 0; second < seconds; second++) {
                Wait.pause(1_000);
                // The hotline's time is that of its PBX, and may be a moment ahead of ours.
                ages.add(Math.max(0, System.currentTimeMillis() - supervisor.get("/wallboard").at("/atMs").asLong()));
            }
            Crowd.Verdict verdict = crowd.drain(hotline::supervisor);
            findings.addAll(verdict.findings());
            return new Outcome(BROWSERS + " browsers that take nothing for " + seconds + " s", "calls unharmed, boards go on", 1,
                    verdict.calls(), List.of(new Measure("age of the wallboard", BOARD_LIMIT_MS, ages)), findings, "");
        } finally {
            hanging.forEach(SlowBrowsers::leave);
        }
    }

    /** Asks for a WebSocket and for the wallboard on it, and never reads. */
    private static Socket hang(int port, Api user) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(RECEIVED);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(("GET /events HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                    + "Authorization: " + user.authorization() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            // Only what comes after the server's consent is a message.
            if (socket.getInputStream().read() < 0) {
                throw new AssertionError("no WebSocket was opened");
            }
            socket.getOutputStream().write(frame("{\"subscribe\":[\"wallboard\"]}"));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole text message of a client, with a mask of zeros (RFC 6455, 5.2). */
    private static byte[] frame(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[6 + body.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | body.length);
        System.arraycopy(body, 0, frame, 6, body.length);
        return frame;
    }

    private static void leave(Socket browser) {
        try {
            browser.close();
        } catch (IOException letGoAlready) {
            // Which is what the server does with those who take nothing.
        }
    }
}
