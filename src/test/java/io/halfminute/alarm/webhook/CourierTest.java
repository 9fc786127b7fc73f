package io.halfminute.alarm.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a virtual clock: a step is a moment, a day is a loop. */
class CourierTest {

    private static final int MOST = 50;
    private static final long DAY_MS = 24 * 3_600_000L;
    private static final WebhookLimits LIMITS =
            new WebhookLimits(MOST, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(5));

    private final List<String> taken = new ArrayList<>();
    private long nowMs;
    private int tries;
    private int answers = 204;
    private final Courier courier = new Courier("The test's", LIMITS, this::post, () -> nowMs);

    private int post(Message message, long lost) throws IOException {
        tries++;
        if (answers == 0) {
            throw new IOException("nobody listens");
        }
        if (answers == 204) {
            taken.add(message.id());
        }
        return answers;
    }

    private void add(long number) {
        courier.add(new Message(Long.toString(number), "{}"));
    }

    private void until(long untilMs, long everyMs) throws InterruptedException {
        for (; nowMs < untilMs; nowMs += everyMs) {
            courier.step();
        }
    }

    @Test
    void messagesArriveInOrder() throws InterruptedException {
        add(1);
        add(2);
        until(10, 1);
        assertEquals(List.of("1", "2"), taken);
        assertEquals(2, tries);
    }

    @Test
    void aReceiverThatIsDeadForADayCostsItsOwnBoxAndAFewHundredTries() throws InterruptedException {
        answers = 0;
        for (long number = 1; nowMs < DAY_MS; number++) {
            add(number);
            until(nowMs + 10_000, 1_000);
        }
        assertEquals(MOST, courier.waiting());
        assertEquals(DAY_MS / 10_000 - MOST, courier.lost());
        assertTrue(tries < 310, tries + " tries in a day");

        answers = 204;
        until(DAY_MS + 301_000, 1_000);
        assertEquals(MOST, taken.size());
        assertEquals(Long.toString(DAY_MS / 10_000), taken.getLast());
        assertEquals(0, courier.waiting());
    }

    @Test
    void anAnswerThatMayPassIsTriedAgainAfterAPauseThatDoubles() throws InterruptedException {
        answers = 503;
        add(1);
        until(7_000, 100);
        assertEquals(3, tries, "at 0, 1 and 3 s");
        answers = 204;
        until(7_200, 100);
        assertEquals(List.of("1"), taken);
    }

    @Test
    void aMessageThatTheReceiverCannotReadDoesNotHoldUpTheOthers() throws InterruptedException {
        answers = 422;
        add(1);
        until(10, 10);
        answers = 204;
        add(2);
        until(30, 10);
        assertEquals(List.of("2"), taken);
        assertEquals(1, courier.lost());
    }
}
