package io.halfminute.pbx.asterisk;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection that hears, from login to loss. The thread that reads an event hands it on itself, and comes before what may
 * wait ({@link Urgent}): between an agent's hanging up and the next ring of his phone nothing takes longer than to be heard.
 * asterisk-java would take each event to another thread first, and has no say in how urgent either is. Nothing but login and
 * pings is ever asked here, so nobody waits for the thread that reads.
 *
 * <p>The protocol: https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/
 */
final class Hearing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    /** Answers that nobody waits for any more; one is asked for at a time. */
    private static final int MOST_ANSWERS = 16;
    /** No answer comes any more. */
    private static final Map<String, String> END = Map.of("ActionID", "");

    private final AsteriskSettings settings;
    private final Consumer<ManagerEvent> onEvent;
    private final Consumer<String> onLost;
    private final Socket socket = new Socket();
    private final LinkedBlockingQueue<Map<String, String>> answers = new LinkedBlockingQueue<>(MOST_ANSWERS);
    private long asked;

    /**
     * @param onEvent what Asterisk tells; called on the thread that reads, must return at once
     * @param onLost  why the connection is gone, once, unless {@link #close} was called; likewise
     */
    Hearing(AsteriskSettings settings, Consumer<ManagerEvent> onEvent, Consumer<String> onLost) {
        this.settings = settings;
        this.onEvent = onEvent;
        this.onLost = onLost;
    }

    /** Connects and logs in. */
    void open() throws IOException, AuthenticationFailedException, TimeoutException {
        socket.connect(new InetSocketAddress(settings.host(), settings.port()), settings.limits().connectTimeoutMs());
        socket.setTcpNoDelay(true);
        // Half-open: both sides are pinged, so a connection that says nothing for so long is dead.
        socket.setSoTimeout(settings.limits().silenceLimitMs());
        Thread.ofPlatform().name("pbx-hears").daemon().priority(Thread.MAX_PRIORITY).start(this::read);
        String challenge = ask("Challenge", "AuthType: MD5").getOrDefault("Challenge", "");
        Map<String, String> answer = ask("Login", "AuthType: MD5", "Username: " + settings.events().user(),
                "Key: " + md5(challenge + settings.events().secret()));
        if (!"Success".equals(answer.get("Response"))) {
            throw new AuthenticationFailedException("manager user " + settings.events().user() + " is not let in: "
                    + answer.getOrDefault("Message", "no reason given"));
        }
    }

    /** Keeps the connection lively: Asterisk answers. */
    void ping() throws IOException, TimeoutException {
        ask("Ping");
    }

    /** One at a time. */
    private synchronized Map<String, String> ask(String action, String... fields) throws IOException, TimeoutException {
        String id = Long.toString(++asked);
        StringBuilder text = new StringBuilder("Action: ").append(action).append("\r\nActionID: ").append(id).append("\r\n");
        for (String field : fields) {
            if (field.indexOf('\r') >= 0 || field.indexOf('\n') >= 0) {
                throw new UnsafeActionException(action, field.substring(0, field.indexOf(':')), "", "has a line break in it");
            }
            text.append(field).append("\r\n");
        }
        OutputStream out = socket.getOutputStream();
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        return answer(action, id);
    }

    private Map<String, String> answer(String action, String id) throws IOException, TimeoutException {
        long untilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.limits().responseTimeoutMs());
        try {
            Map<String, String> answer = answers.poll(untilNs - System.nanoTime(), TimeUnit.NANOSECONDS);
            while (answer != null && answer != END && !id.equals(answer.get("ActionID"))) {
                answer = answers.poll(untilNs - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            if (answer == null) {
                throw new TimeoutException(action + " was not answered within " + settings.limits().responseTimeoutMs() + " ms");
            }
            if (answer == END) {
                throw new IOException("the connection for events was lost before " + action + " was answered");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the answer to " + action, e);
        }
    }

    private void read() {
        String why = "Asterisk closed it";
        Urgent.claim();
        try {
            Frames frames = new Frames(socket.getInputStream());
            for (Map<String, String> frame = frames.next(); frame != null; frame = frames.next()) {
                take(frame);
            }
        } catch (SocketTimeoutException e) {
            why = "nothing was heard for " + settings.limits().silenceLimitMs() + " ms";
        } catch (IOException e) {
            why = e.getMessage();
        } catch (RuntimeException e) {
            // A defect. Another connection is made, and finds what this one did not tell.
            LOG.error("an event could not be taken", e);
            why = e.toString();
        }
        answers.offer(END);
        if (!socket.isClosed()) {
            onLost.accept("the connection for events was lost: " + why);
        }
    }

    private void take(Map<String, String> frame) {
        if (frame.containsKey("Response")) {
            // One that finds no room was waited for by nobody.
            answers.offer(frame);
            return;
        }
        ManagerEvent event = HeardEvents.of(frame);
        if (event != null) {
            onEvent.accept(event);
        }
    }

    /** What the protocol asks for; the connection is on the loopback, or in a network that nobody else is in. */
    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It never stood, or is closed already.
        }
    }
}
