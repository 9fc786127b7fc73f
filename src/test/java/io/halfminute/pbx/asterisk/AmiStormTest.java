package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * A storm of events through the way by which all of them come: socket, frames, mapping, listener. Three of each call: it
 * arrives, waits, is over. None may be dropped, however slow the machine of the test is; how late they were is printed.
 * {@code -Dhalfminute.storm.seconds=600} for the long form, {@code -Dhalfminute.storm.rate=5000} for how many a second.
 */
class AmiStormTest {

    private static final int SECONDS = Integer.getInteger("halfminute.storm.seconds", 3);
    private static final int RATE = Integer.getInteger("halfminute.storm.rate", 5_000);
    private static final int EVENTS_A_CALL = 3;
    /** So many calls later a call is over. */
    private static final int ALIVE = 500;

    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    /** Milliseconds from when the event was made to when the listener has it; of the second half, after the JVM has learnt. */
    private final Histogram lag = new Histogram(3);
    private volatile boolean measuring;

    @Test
    void noneOfAStormIsDropped() throws Exception {
        try (FakeAmi ami = new FakeAmi(); AsteriskPbx pbx = new AsteriskPbx(settings(ami), InstantSource.system(), this::heard)) {
            pbx.start();
            ami.awaitListener();
            await().atMost(Duration.ofSeconds(30)).until(pbx::isUp);
            long calls = storm(ami);
            await("all events are heard").atMost(Duration.ofSeconds(60)).until(() -> ended.get() >= calls);
            assertEquals(calls + " " + calls + " " + calls + " 0 gaps", arrived + " " + waiting + " " + ended + " "
                    + pbx.stats().gaps() + " gaps");
            System.out.printf("AMI storm: %d events in %d s, none dropped; lag ms p50 %d p99 %d p99.9 %d max %d (n %d)%n",
                    calls * EVENTS_A_CALL, SECONDS, lag.getValueAtPercentile(50), lag.getValueAtPercentile(99),
                    lag.getValueAtPercentile(99.9), lag.getMaxValue(), lag.getTotalCount());
        }
    }

    /** @return how many calls there were */
    private long storm(FakeAmi ami) throws IOException {
        long calls = (long) RATE * SECONDS / EVENTS_A_CALL;
        long begin = System.nanoTime();
        for (long n = 0; n < calls + ALIVE; n++) {
            long dueNanos = begin + n * EVENTS_A_CALL * TimeUnit.SECONDS.toNanos(1) / RATE;
            while (System.nanoTime() < dueNanos) {
                LockSupport.parkNanos(dueNanos - System.nanoTime());
            }
            measuring = n >= calls / 2;
            String frames = n < calls ? step("ARRIVED", n, "Dialled: 4001\r\nNumber: 1390000\r\nName: IA==\r\nArrived: "
                    + System.currentTimeMillis() + "\r\n") + step("WAITING", n, "Offer: 0\r\n") : "";
            ami.tell(n >= ALIVE ? frames + hangup(n - ALIVE) : frames);
        }
        return calls;
    }

    private static String step(String step, long call, String more) {
        return "Event: UserEvent\r\nPrivilege: user,all\r\n" + stamp() + channel(call) + "UserEvent: Halfminute\r\nStep: " + step
                + "\r\n" + more + "\r\n";
    }

    private static String hangup(long call) {
        return "Event: Hangup\r\nPrivilege: call,all\r\n" + stamp() + channel(call)
                + "Cause: 16\r\nCause-txt: Normal Clearing\r\nTechCause: SIP 200\r\n\r\n";
    }

    private static String stamp() {
        return "Timestamp: " + FakeAmi.seconds(System.currentTimeMillis()) + "\r\n";
    }

    private static String channel(long call) {
        return "Channel: PJSIP/hm-trunk-%08x\r\nChannelState: 6\r\nChannelStateDesc: Up\r\nCallerIDNum: 1390000\r\nContext: hm-waiting\r\nExten: s\r\nPriority: 4\r\nUniqueid: hm-1.%d\r\nLinkedid: hm-1.%d\r\n"
                .formatted(call, call, call);
    }

    private void heard(PbxEvent event) {
        switch (event) {
            case PbxEvent.CallArrived _ -> arrived.incrementAndGet();
            case PbxEvent.CallWaiting _ -> waiting.incrementAndGet();
            case PbxEvent.CallEnded _ -> ended.incrementAndGet();
            default -> { }
        }
        if (measuring && event instanceof PbxEvent.OfCall) {
            lag.recordValue(Math.max(0, System.currentTimeMillis() - event.atMs()));
        }
    }

    /** As they ship; but the lists, in which these calls are not, are not asked for in the middle. */
    private static AsteriskSettings settings(FakeAmi ami) {
        AsteriskSettings.Limits ship = AsteriskSettings.Limits.DEFAULT;
        AsteriskSettings.Limits limits = new AsteriskSettings.Limits(ship.connectTimeoutMs(), ship.responseTimeoutMs(),
                ship.listTimeoutMs(), ship.pingIntervalMs(), ship.silenceLimitMs(), ship.retryMinMs(), ship.retryMaxMs(),
                ship.heartbeatMs(), 86_400_000, ship.maxQueuedCommands(), ship.maxQueuedEvents(), ship.maxValueLength());
        return new AsteriskSettings(PbxId.MAIN, "127.0.0.1", ami.port(), new AsteriskSettings.Login("hm-events", "x"),
                new AsteriskSettings.Login("hm-actions", "x"), 1, Optional.empty(), limits);
    }
}
