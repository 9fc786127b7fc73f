package io.halfminute.pbx.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The manager interface of an Asterisk on which nothing goes on: takes every action, finds nothing, and tells what a test wants. */
final class FakeAmi implements AutoCloseable {

    private static final Map<String, String> LISTS = Map.of("Status", "StatusComplete", "DeviceStateList",
            "DeviceStateListComplete", "QueueStatus", "QueueStatusComplete", "DBGetTree", "DBGetTreeComplete");

    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CountDownLatch heard = new CountDownLatch(1);
    private volatile OutputStream events;

    FakeAmi() throws IOException {
        Thread.ofVirtual().start(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Waits for whoever logs in to hear events, {@code hm-events}. */
    void awaitListener() throws InterruptedException {
        heard.await();
    }

    /** Tells one or more events, each ended by an empty line. */
    void tell(String frames) throws IOException {
        synchronized (this) {
            events.write(frames.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void letIn() {
        try {
            while (true) {
                Socket guest = door.accept();
                Thread.ofVirtual().start(() -> serve(guest));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            BufferedReader in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = guest.getOutputStream();
            out.write("Asterisk Call Manager/9.0.0\r\n".getBytes(StandardCharsets.UTF_8));
            Map<String, String> action = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    answer(action, out);
                    action.clear();
                } else {
                    action.put(line.substring(0, line.indexOf(':')).toLowerCase(), line.substring(line.indexOf(':') + 1).strip());
                }
            }
        } catch (IOException gone) {
            // The client has hung up.
        }
    }

    private void answer(Map<String, String> action, OutputStream out) throws IOException {
        String name = action.getOrDefault("action", "");
        String id = action.containsKey("actionid") ? "ActionID: " + action.get("actionid") + "\r\n" : "";
        String list = LISTS.get(name);
        String text = "Response: Success\r\n" + id + details(name) + "\r\n"
                + (list == null ? "" : "Event: " + list + "\r\n" + id + "EventList: Complete\r\nListItems: 0\r\n\r\n");
        synchronized (this) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (name.equals("Login") && "hm-events".equals(action.get("username"))) {
            events = out;
            heard.countDown();
        }
    }

    private static String details(String action) {
        return switch (action) {
            case "Challenge" -> "Challenge: 20261122\r\n";
            case "Login" -> "Message: Authentication accepted\r\n";
            case "CoreSettings" -> "AMIversion: 9.0.0\r\nAsteriskVersion: 22.10.1\r\n";
            case "Ping" -> "Ping: Pong\r\nTimestamp: " + seconds(System.currentTimeMillis()) + "\r\n";
            case "Getvar" -> "Value: \r\n";
            default -> LISTS.containsKey(action) ? "EventList: start\r\nMessage: will follow\r\n" : "Message: done\r\n";
        };
    }

    /** As Asterisk writes times. */
    static String seconds(long ms) {
        return ms / 1_000 + "." + String.format("%03d", ms % 1_000) + "000";
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
