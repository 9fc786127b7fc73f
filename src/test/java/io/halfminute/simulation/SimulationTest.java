package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.PbxEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that are played, with and without faults. */
class SimulationTest {

    @Test
    void onADayWithoutFaultsNearlyEverybodyIsAnsweredInTime() {
        Report report = Simulation.play(Hotline.day(1, 3_000, 0, Faults.NONE));
        assertEquals(report.offered(), report.answered() + report.abandoned() + report.refused());
        assertTrue(Math.abs(report.offered() - 3_000) < 200, report.toText());
        assertTrue(report.inTime() > 0.9, report.toText());
        assertTrue(report.occupancy().mean() > 0.3 && report.occupancy().most() <= 1, report.toText());
        assertTrue(report.misses() > 0 && report.misses() < report.offers() / 20, report.toText());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noFaultBreaksARuleAndAllSettlesWhenTheFaultsStop(long seed) {
        Report report = Simulation.play(Hotline.day(seed, 1_500, 0, Faults.MANY));
        assertTrue(report.inTime() > 0.7, report.toText());
    }

    @Test
    void tooFewAgentsAreSeenInTheFigures() {
        Report report = Simulation.play(Hotline.day(1, 3_000, 12, Faults.NONE));
        assertTrue(report.inTime() < 0.8, report.toText());
        assertTrue(report.abandoned() > 300, report.toText());
    }

    @Test
    void aSeedGivesTheSameDayEachTimeAndAnotherSeedAnother() {
        assertEquals(Simulation.play(Hotline.day(5, 1_000, 0, Faults.SOME)),
                Simulation.play(Hotline.day(5, 1_000, 0, Faults.SOME)));
        assertNotEquals(Simulation.play(Hotline.day(5, 1_000, 0, Faults.SOME)),
                Simulation.play(Hotline.day(6, 1_000, 0, Faults.SOME)));
    }

    @Test
    void theSameCallersCallWhateverTheHotlineDoes() {
        assertEquals(arrivals(Hotline.day(5, 500, 0, Faults.NONE)), arrivals(Hotline.day(5, 500, 4, Faults.NONE)));
    }

    /** Hashes of immutable sets and maps differ from one JVM to the next. */
    @Test
    void anotherJvmPlaysTheSameDay() throws IOException, InterruptedException {
        assertEquals(DayDigest.digest(), printedByAnotherJvm());
    }

    @Test
    void anUnknownFaultIsRefusedWithAdvice() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Faults.named("all")).getMessage()
                .contains("none, some or many"));
    }

    private static Map<CallId, List<Object>> arrivals(Plan plan) {
        Map<CallId, List<Object>> arrivals = new TreeMap<>();
        Machine real = Machine.of(new Acd(plan.setup(), 1));
        Simulation.play(plan, new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                if (input instanceof AcdInput.FromPbx(PbxEvent.CallArrived arrived)) {
                    arrivals.put(arrived.call(), List.of(arrived.atMs(), arrived.dialled(), arrived.caller()));
                }
                return real.apply(input, nowMs);
            }

            @Override
            public long nextDeadlineMs() {
                return real.nextDeadlineMs();
            }
        }, new Watch());
        return arrivals;
    }

    private static String printedByAnotherJvm() throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), DayDigest.class.getName()).redirectErrorStream(true).start();
        String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, jvm.waitFor(), printed);
        return printed;
    }
}
