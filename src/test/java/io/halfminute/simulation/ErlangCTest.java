package io.halfminute.simulation;

import static io.halfminute.simulation.Agreement.published;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.simulation.Trial.Stream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patient callers, one pool of agents: M/M/n, with one queue and with priorities. */
class ErlangCTest {

    private static final Agreement AGREEMENT = new Agreement("erlang-c");

    @AfterAll
    static void allTrialsTogetherAgree() throws IOException {
        AGREEMENT.write();
        AGREEMENT.together();
    }

    /** Agents, calls an hour, and Erlang C's P(W > 0), P(W > 30 s), E[W] in seconds, for a mean talk of 180 s. */
    @ParameterizedTest
    @CsvSource({
        "1, 16, 0.800000, 0.773773, 720.0000", "1, 18, 0.900000, 0.885124, 1620.0000",
        "1, 19, 0.950000, 0.942116, 3420.0000", "10, 160, 0.409180, 0.293190, 36.8262",
        "10, 180, 0.668732, 0.566069, 120.3717", "10, 190, 0.825586, 0.759575, 297.2108",
        "50, 800, 0.086953, 0.016423, 1.5651", "50, 900, 0.363864, 0.158135, 13.0991",
        "50, 950, 0.629095, 0.414725, 45.2948", "90, 1440, 0.026071, 0.001298, 0.2607",
        "90, 1620, 0.238475, 0.053211, 4.7695", "90, 1710, 0.526506, 0.248704, 21.0602",
        "100, 1600, 0.019646, 0.000701, 0.1768", "100, 1800, 0.216940, 0.040975, 3.9049",
        "100, 1900, 0.506457, 0.220105, 18.2324", "500, 8000, 0.000001, 0.000000, 0.0000",
        "500, 9000, 0.012209, 0.000003, 0.0440", "500, 9500, 0.176964, 0.002744, 1.2741"})
    void patientCallersWaitAsErlangCSays(int agents, double callsPerHour, double waits, double after30s, double meanWaitS) {
        ErlangC exact = new ErlangC(agents, callsPerHour, Trial.TALK_S);
        published("waits", waits, exact.waits(), 6);
        published("waits longer than 30 s", after30s, exact.waitsLonger(30), 6);
        published("mean wait", meanWaitS, exact.meanWaitS(), 4);
        BatchMeans seen = seen(exact, Trial.pool(agents, callsPerHour, Law.never()));
        String trial = String.format("%d agents, %.0f calls/h", agents, callsPerHour);
        double delay = exact.meanDelayS();
        AGREEMENT.compare(trial, "P(W > 0)", exact.waits(), seen.share(Heard.Call::waited));
        AGREEMENT.compare(trial, "P(W > 30 s)", exact.waitsLonger(30), seen.share(call -> call.waitS() > 30));
        AGREEMENT.compare(trial, "E[W], s", exact.meanWaitS(), seen.mean(Heard.Call::waitS, delay));
        AGREEMENT.compare(trial, "occupancy", exact.occupancy(),
                seen.ratio(Heard.Call::talkS, call -> agents * call.gapS(), 0));
    }

    /** The nearer to full, the longer the memory; one agent's is the cheapest to play for long. */
    private static BatchMeans seen(ErlangC exact, Trial trial) {
        int calls = exact.occupancy() < 0.85 ? 30_000 : exact.occupancy() < 0.93 ? 60_000
                : exact.agents() == 1 ? 300_000 : 120_000;
        return new BatchMeans(trial.play(calls), exact.relaxation(), exact.cluster());
    }

    /**
     * 50 agents, 48 calls a minute, talk of a minute: mean wait 20.8 s, nine of ten within 58.1 s, 17 waiting, 96 % occupied,
     * as printed by Garnett, Mandelbaum and Reiman 2002 and by Gans, Koole and Mandelbaum 2003.
     */
    @Test
    void patientCallersWaitAsGarnettMandelbaumAndReimanPrint() {
        ErlangC exact = new ErlangC(50, 48 * 60, 60);
        published("mean wait", 20.8, exact.meanWaitS(), 1);
        published("nine of ten", 58.1, exact.quantileS(0.1), 1);
        published("waiting", 17, exact.meanWaitS() * 48 / 60, 0);
        Trial pool = new Trial(List.of(new Stream(48 * 60, 0)), Collections.nCopies(50, Set.of(0)), 60_000, Law.never());
        BatchMeans seen = seen(exact, pool);
        String trial = "50 agents, 48 calls/min, talk 1 min";
        double nine = exact.quantileS(0.1);
        AGREEMENT.compare(trial, "E[W], s", exact.meanWaitS(), seen.mean(Heard.Call::waitS, exact.meanDelayS()));
        AGREEMENT.compare(trial, "P(W > 58.1 s)", 0.1, seen.share(call -> call.waitS() > nine));
        AGREEMENT.compare(trial, "waiting", exact.meanWaitS() * 48 / 60, seen.ratio(Heard.Call::waitS, Heard.Call::gapS, 0));
        AGREEMENT.compare(trial, "occupancy", 0.96, seen.ratio(Heard.Call::talkS, call -> 50 * call.gapS(), 0));
    }

    /**
     * Agents, the streams' loads as parts of the agents, P(W > 0), and each stream's mean wait, the most urgent first: without
     * interruption of talks, E[W] = C / (n mu (1 - s(k-1)) (1 - s(k))) with s the sums of loads (Cobham 1954; Kella and
     * Yechiali 1985).
     */
    @ParameterizedTest
    @CsvSource({
        "10, 0.3 0.6, 0.668732, 17.1960 171.9595, 80000",
        "50, 0.45 0.45, 0.363864, 2.3817 23.8166, 80000",
        "90, 0.10 0.40 0.45, 0.526506, 1.1700 2.3400 42.1205, 120000"})
    void theUrgentWaitLessAndTheOthersMoreAsCobhamSays(int agents, String loads, double waits, String meanWaitsS, int calls) {
        double[] parts = Arrays.stream(loads.split(" ")).mapToDouble(Double::parseDouble).toArray();
        double[] printed = Arrays.stream(meanWaitsS.split(" ")).mapToDouble(Double::parseDouble).toArray();
        List<Stream> streams = IntStream.range(0, parts.length)
                .mapToObj(k -> new Stream(parts[k] * agents * 20, parts.length - k)).toList();
        Set<Integer> all = IntStream.range(0, parts.length).boxed()
                .collect(Collectors.toSet());
        Trial trial = new Trial(streams, Collections.nCopies(agents, all), Trial.TALK_S * 1e3, Law.never());
        ErlangC pool = new ErlangC(agents, trial.callsPerHour(), Trial.TALK_S);
        published("waits", waits, pool.waits(), 6);
        List<Heard.Call> heard = trial.play(calls);
        String name = agents + " agents, loads " + loads;
        AGREEMENT.compare(name, "P(W > 0)", pool.waits(), new BatchMeans(heard, pool.relaxation(), 0)
                .share(Heard.Call::waited));
        double before = 0;
        for (int k = 0; k < parts.length; k++) {
            int stream = k;
            double exact = pool.waits() * Trial.TALK_S / agents / ((1 - before) * (1 - before - parts[k]));
            published("mean wait", printed[k], exact, 4);
            double relaxation = pool.relaxation() * streams.get(k).callsPerHour() / trial.callsPerHour();
            BatchMeans seen = new BatchMeans(heard.stream().filter(call -> call.isOf(stream)).toList(), relaxation, 0);
            AGREEMENT.compare(name, "E[W] of stream " + (k + 1) + ", s", exact, seen.mean(Heard.Call::waitS, 0));
            before += parts[k];
        }
    }

    @Test
    void theStaffingFormulaIsErlangC() {
        assertEquals(new ErlangC(10, 180, 180).waitsLonger(30), Erlang.waitsLonger(10, 9, 30.0 / 180), 1e-12);
        assertEquals(new ErlangC(100, 1_900, 180).waits(), Erlang.waitsLonger(100, 95, 0), 1e-12);
    }
}
