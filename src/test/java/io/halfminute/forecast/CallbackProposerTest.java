package io.halfminute.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Setup;
import io.halfminute.call.CallEnd;
import io.halfminute.callback.ByKey;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.forecast.Forecast.Silence;
import io.halfminute.forecast.Forecast.Status;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.routing.RoutingSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is expected to wait two minutes or more is named. */
class CallbackProposerTest {

    private static final long NOON = 1_700_000_000_000L;

    private final CallbackProposer proposer = new CallbackProposer(2);

    @BeforeEach
    void aKeyGetsACallback() {
        configure(new ByKey(true, 60_000, 120_000, 6_000));
    }

    private void configure(ByKey key) {
        Setup setup = new Setup(Map.of(), Map.of(), Map.of(), Set.of(), Setup.Limits.DEFAULT, RoutingSpec.DEFAULT,
                Set.of(PbxId.MAIN), CallbackSpec.OFF.by(key));
        proposer.accept(List.of(new AcdEvent.SetupChanged(setup, NOON)));
    }

    private static Forecast.Wait wait(String call, Long inMs, Silence silent) {
        return new Forecast.Wait(new CallId(call), new QueueId("orders"), null, inMs == null ? null : NOON + inMs, silent);
    }

    private List<String> named(Status status, Forecast.Wait... waits) {
        return proposer.toPropose(new Forecast(NOON, NOON + 900_000, status, Forecast.Expected.NONE, List.of(), List.of(waits),
                null, new Forecast.TrackRecord(0, 0, 0, 0), 200)).stream().map(AcdInput.ProposeCallback::call)
                .map(CallId::value).toList();
    }

    @Test
    void whoWillWaitLongIsNamedOnce() {
        assertEquals(List.of("c2"), named(Status.READY, wait("c1", 119_999L, null), wait("c2", 120_000L, null)));
        assertEquals(List.of(), named(Status.READY, wait("c2", 180_000L, null)));
    }

    @Test
    void aWaitThatIsTooLongToBeToldOrHasNoEndIsLong() {
        assertEquals(List.of("c1", "c2"), named(Status.READY, wait("c1", 1_800_000L, Silence.TOO_LONG),
                wait("c2", null, Silence.NOBODY)));
    }

    @Test
    void nobodyIsNamedByAForecastThatStillLearnsNorWhereNoKeyGetsACallback() {
        assertEquals(List.of(), named(Status.LEARNING, wait("c1", 180_000L, null)));
        assertEquals(List.of(), named(Status.READY, wait("c1", null, Silence.LINK_DOWN)));
        configure(ByKey.OFF);
        assertEquals(List.of(), named(Status.READY, wait("c1", 180_000L, null)));
    }

    @Test
    void noMoreAreNamedThanCanBeRememberedUntilSomebodyHasGone() {
        assertEquals(List.of("c1", "c2"), named(Status.READY, wait("c1", 180_000L, null), wait("c2", 180_000L, null),
                wait("c3", 180_000L, null)));
        proposer.accept(List.of(new AcdEvent.CallEnded(new CallId("c1"), CallEnd.ABANDONED, Cause.UNSEEN, true, NOON)));
        assertEquals(List.of("c3"), named(Status.READY, wait("c2", 180_000L, null), wait("c3", 180_000L, null)));
    }
}
