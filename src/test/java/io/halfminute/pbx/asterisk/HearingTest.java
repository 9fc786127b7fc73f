package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.ManagerEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection for events, with somebody on the loopback in Asterisk's place who answers as it would, or does not. */
class HearingTest {

    private static final String HANGUP = "Event: Hangup\r\nUniqueid: hm-1.0\r\nCause: 16\r\nTimestamp: 1795361073.879686\r\n\r\n";
    private static final String REQUEST = "Event: HangupRequest\r\nUniqueid: hm-1.1\r\nCause: 16\r\n\r\n";
    private final List<ManagerEvent> heard = new CopyOnWriteArrayList<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final ServerSocket exchange;
    private Hearing hearing;
    private volatile Socket caller;
    /** What it says to each action, by its name; nothing to others. */
    private volatile Map<String, String> answers = Map.of("Challenge", "Response: Success\r\nChallenge: 4711",
            "Login", "Response: Success\r\nMessage: Authentication accepted", "Ping", "Response: Success\r\nPing: Pong");
    private volatile Map<String, String> login = Map.of();
    /** Much for the loopback, also on a busy machine. */
    private int silenceLimitMs = 20_000;

    HearingTest() throws IOException {
        exchange = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
    }

    private void answer() {
        try {
            caller = exchange.accept();
            say("Asterisk Call Manager/11.0.0\r\n");
            Frames asked = new Frames(caller.getInputStream());
            for (Map<String, String> action = asked.next(); action != null; action = asked.next()) {
                String answer = answers.get(action.get("Action"));
                if (action.get("Action").equals("Login")) {
                    login = action;
                }
                if (answer != null) {
                    // Of another one, which nobody waits for any more; then this one's.
                    say("Response: Error\r\nActionID: 0\r\n\r\n" + answer + "\r\nActionID: " + action.get("ActionID") + "\r\n\r\n");
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void say(String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Hearing open() throws Exception {
        hearing = new Hearing(new AsteriskSettings("127.0.0.1", exchange.getLocalPort(), new AsteriskSettings.Login("hm-events", "secret"),
                new AsteriskSettings.Login("hm-actions", ""), 1,
                new AsteriskSettings.Limits(3_000, 3_000, 3_000, 100, silenceLimitMs, 10, 100, 100, 1_000, 10, 10, 256)), heard::add, lost::add);
        hearing.open();
        return hearing;
    }

    @AfterEach
    void close() throws IOException {
        if (hearing != null) {
            hearing.close();
        }
        exchange.close();
    }

    @Test
    void eventsComeInTheirOrderWithTheirTimes() throws Exception {
        open();
        say(REQUEST + "Event: Newchannel\r\nUniqueid: hm-1.2\r\n\r\n" + HANGUP);
        await().until(() -> heard.size() == 2);
        assertEquals(1_795_361_073.879686, heard.get(1).getTimestamp());
        assertEquals("hm-1.0", ((ChannelHangupEvent) heard.get(1)).getUniqueId());
    }

    @Test
    void theSecretItselfIsNotSent() throws Exception {
        open();
        // echo -n 4711secret | md5sum
        assertEquals("1fc1574b8cc568b4", login.get("Key").substring(0, 16));
    }

    @Test
    void whoIsNotLetInIsToldWhy() {
        answers = Map.of("Challenge", "Response: Success\r\nChallenge: 1", "Login", "Response: Error\r\nMessage: Authentication failed");
        AuthenticationFailedException refused = assertThrows(AuthenticationFailedException.class, this::open);
        assertEquals("manager user hm-events is not let in: Authentication failed", refused.getMessage());
    }

    @Test
    void anAnswerThatDoesNotComeIsWaitedForSoLongOnly() throws Exception {
        open();
        answers = Map.of();
        TimeoutException late = assertThrows(TimeoutException.class, () -> hearing.ping());
        assertEquals("Ping was not answered within 3000 ms", late.getMessage());
    }

    @Test
    void aConnectionThatIsCutIsToldOnce() throws Exception {
        open();
        caller.close();
        await().until(() -> !lost.isEmpty());
        assertThrows(IOException.class, () -> hearing.ping());
        assertEquals(1, lost.size(), lost.toString());
    }

    @Test
    void aConnectionThatSaysNothingIsDead() throws Exception {
        silenceLimitMs = 2_000;
        open();
        await().until(() -> !lost.isEmpty());
        assertEquals(List.of("the connection for events was lost: nothing was heard for 2000 ms"), lost);
    }

    @Test
    void pingsKeepItAlive() throws Exception {
        silenceLimitMs = 2_000;
        open();
        for (int n = 0; n < 10; n++) {
            hearing.ping();
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void whoClosesItIsNotToldThatItWasLost() throws Exception {
        open();
        hearing.close();
        await().during(Duration.ofMillis(200)).until(lost::isEmpty);
        assertTrue(heard.isEmpty());
    }
}
