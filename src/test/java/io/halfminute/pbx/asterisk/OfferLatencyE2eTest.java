package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it takes from the command until the INVITE is at the phone, by the time at which SIPp received it. */
@Tag("e2e")
class OfferLatencyE2eTest {

    private static final int PHONES = 20;
    private static final int CALLS = 200;

    private static final Pattern INVITE = Pattern.compile("-{20,} (\\S+)\\s(\\S+)\\s+UDP message received[^\\n]*\\s+INVITE .*?"
            + "\\nFrom: [^\\n]*<sip:(\\d+)@", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private final Map<CallId, String> numbers = new ConcurrentHashMap<>();
    private final Map<String, Instant> commanded = new ConcurrentHashMap<>();
    private final AtomicInteger offers = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private AsteriskPbx pbx;

    @Test
    void aPhoneRingsWithinMillisecondsOfTheCommand() {
        try (PbxUnderTest exchange = PbxUnderTest.start(folder.resolve("data"), PHONES, Map.of());
             AsteriskPbx made = new AsteriskPbx(exchange.settings(1), InstantSource.system(), this::on)) {
            pbx = made;
            made.start();
            await().until(made::isUp);
            try (Sipp phones = Sipp.answering(exchange, folder.resolve("phones"), 50, 200)) {
                phones.register(exchange, IntStream.range(0, PHONES).mapToObj(PbxUnderTest::phone).toList());
                Sipp.callers(exchange, folder.resolve("callers"), IntStream.range(0, CALLS)
                        .mapToObj(n -> new Sipp.Caller("138" + (10_000_000 + n), "c", "4001")).toList(), 20, 20_000).awaitSuccess(60);
                await().atMost(Duration.ofSeconds(20)).until(() -> ended.get() == CALLS);
                report(invitations(phones.messages()));
            }
        }
    }

    /** When each caller's first INVITE was at the phone. */
    private static Map<String, Instant> invitations(String messages) {
        Map<String, Instant> first = new HashMap<>();
        Matcher matcher = INVITE.matcher(messages);
        while (matcher.find()) {
            first.putIfAbsent(matcher.group(3), LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2))
                    .atZone(ZoneId.systemDefault()).toInstant());
        }
        return first;
    }

    private void report(Map<String, Instant> invited) {
        List<Long> sorted = commanded.entrySet().stream().filter(entry -> invited.containsKey(entry.getKey()))
                .map(entry -> ChronoUnit.MICROS.between(entry.getValue(), invited.get(entry.getKey()))).sorted().toList();
        long median = sorted.get(sorted.size() / 2);
        long high = sorted.get(sorted.size() * 99 / 100);
        System.out.printf("command to INVITE: n=%d median %d us, 99th percentile %d us%n", sorted.size(), median, high);
        assertTrue(sorted.size() >= CALLS * 9 / 10, "only " + sorted.size() + " phones rang");
        assertTrue(median < 20_000, "median " + median + " us");
    }

    private void on(PbxEvent event) {
        switch (event) {
            case PbxEvent.CallWaiting waiting -> {
                int n = offers.incrementAndGet();
                OfferId offer = new OfferId(n);
                commanded.put(numbers.get(waiting.call()), Instant.now());
                pbx.send(new PbxCommand.Offer(waiting.call(), offer, new PhoneId(PbxUnderTest.phone(n % PHONES)), 5_000));
            }
            case PbxEvent.CallArrived arrived -> numbers.put(arrived.call(), arrived.caller().number());
            case PbxEvent.CallEnded _ -> ended.incrementAndGet();
            default -> { }
        }
    }
}
