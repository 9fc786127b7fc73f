package io.halfminute.simulation;

import static io.halfminute.simulation.Agreement.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.simulation.Trial.Stream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Impatient callers, one pool of agents: M/M/n+M. */
class ErlangATest {

    private static final Agreement AGREEMENT = new Agreement("erlang-a");
    private static final int CALLS = 25_000;

    @AfterAll
    static void allTrialsTogetherAgree() throws IOException {
        AGREEMENT.write();
        AGREEMENT.together();
    }

    /**
     * Agents, calls an hour, and Erlang A's P(W > 0), still there at 30 s, E[W] of all and of the answered in seconds,
     * abandoned, answered within 30 s, abandoned within 30 s, occupancy; talk 180 s, patience 120 s. Shares are of all calls.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 16, 0.527318, 0.362650, 40.9024, 23.0408, 0.340853, 0.527299, 0.110051, 0.527318",
        "1, 18, 0.567201, 0.391888, 44.3732, 25.9037, 0.369777, 0.489472, 0.118640, 0.567201",
        "1, 19, 0.585716, 0.405596, 46.0148, 27.3322, 0.383457, 0.471757, 0.122647, 0.585716",
        "1, 20, 0.603351, 0.418739, 47.5979, 28.7587, 0.396649, 0.454785, 0.126476, 0.603351",
        "10, 160, 0.262407, 0.096767, 7.4527, 6.2570, 0.062106, 0.861057, 0.042176, 0.750315",
        "10, 180, 0.379262, 0.153579, 11.6510, 9.9933, 0.097091, 0.782952, 0.063469, 0.812618",
        "10, 190, 0.438659, 0.185701, 14.0111, 12.1796, 0.116760, 0.739459, 0.074841, 0.839078",
        "10, 200, 0.496853, 0.219529, 16.4957, 14.5542, 0.137464, 0.694105, 0.086366, 0.862536",
        "50, 800, 0.066057, 0.002917, 0.6866, 0.6367, 0.005721, 0.991545, 0.005538, 0.795423",
        "50, 900, 0.226285, 0.018064, 2.8836, 2.6836, 0.024030, 0.959205, 0.022731, 0.878373",
        "50, 950, 0.343251, 0.036206, 4.8674, 4.5676, 0.040561, 0.926028, 0.037766, 0.911467",
        "50, 1000, 0.470406, 0.064648, 7.4389, 7.0721, 0.061991, 0.878735, 0.056617, 0.938009",
        "90, 1440, 0.021372, 0.000127, 0.1447, 0.1374, 0.001206, 0.998671, 0.001201, 0.799035",
        "90, 1620, 0.158366, 0.002927, 1.4026, 1.3281, 0.011688, 0.985516, 0.011558, 0.889480",
        "90, 1710, 0.297729, 0.009389, 3.0516, 2.9060, 0.025430, 0.965639, 0.024972, 0.925842",
        "90, 1800, 0.465040, 0.024335, 5.5497, 5.3488, 0.046248, 0.930720, 0.044944, 0.953752",
        "100, 1600, 0.016315, 0.000059, 0.1020, 0.0972, 0.000850, 0.999093, 0.000848, 0.799320",
        "100, 1800, 0.145990, 0.001886, 1.2081, 1.1471, 0.010067, 0.988124, 0.009990, 0.890939",
        "100, 1900, 0.288683, 0.006797, 2.7868, 2.6597, 0.023223, 0.970284, 0.022919, 0.927938",
        "100, 2000, 0.464236, 0.019298, 5.2655, 5.0851, 0.043879, 0.937774, 0.042928, 0.956121",
        "500, 8000, 0.000001, 0.000000, 0.0000, 0.0000, 0.000000, 1.000000, 0.000000, 0.800000",
        "500, 9000, 0.010232, 0.000000, 0.0267, 0.0262, 0.000222, 0.999778, 0.000222, 0.899800",
        "500, 9500, 0.120763, 0.000000, 0.4313, 0.4217, 0.003594, 0.996406, 0.003594, 0.946586",
        "500, 10000, 0.456058, 0.000004, 2.3567, 2.3215, 0.019640, 0.980356, 0.019640, 0.980360"})
    void impatientCallersWaitAndGiveUpAsErlangASays(int agents, double callsPerHour, double waits, double after30s,
            double meanWaitS, double answeredWaitS, double abandoned, double answered30s, double abandoned30s,
            double occupancy) {
        ErlangA exact = new ErlangA(agents, callsPerHour, 180, 120);
        published("waits", waits, exact.waits(), 6);
        published("still there at 30 s", after30s, exact.stillThere(30), 6);
        published("mean wait", meanWaitS, exact.meanWaitS(), 4);
        published("mean wait of the answered", answeredWaitS, exact.meanWaitOfAnsweredS(), 4);
        published("abandoned", abandoned, exact.abandoned(), 6);
        published("answered in 30 s", answered30s, exact.answeredWithin(30), 6);
        published("abandoned in 30 s", abandoned30s, exact.abandonedWithin(30), 6);
        published("occupancy", occupancy, exact.occupancy(), 6);
        published("answered in 30 s, as staff is guessed by it", answered30s,
                ImpatientPool.answeredWithin(agents, callsPerHour / Plan.HOUR_MS, 180_000, 120_000, 30_000), 6);
        List<Heard.Call> heard = Trial.pool(agents, callsPerHour, Trial.PATIENCE).play(CALLS);
        compare(String.format("%d agents, %.0f calls/h", agents, callsPerHour), exact, agents, heard);
    }

    private static void compare(String trial, ErlangA exact, int agents, List<Heard.Call> heard) {
        BatchMeans seen = new BatchMeans(heard, exact.relaxation(), exact.cluster());
        double delay = exact.meanWaitS() / exact.waits();
        AGREEMENT.compare(trial, "P(W > 0)", exact.waits(), seen.share(Heard.Call::waited));
        AGREEMENT.compare(trial, "still there at 30 s", exact.stillThere(30), seen.share(call -> call.waitS() > 30));
        AGREEMENT.compare(trial, "E[W], s", exact.meanWaitS(), seen.mean(Heard.Call::waitS, delay));
        AGREEMENT.compare(trial, "E[W] of the answered, s", exact.meanWaitOfAnsweredS(),
                seen.ratio(call -> call.gaveUp() ? 0 : call.waitS(), call -> call.gaveUp() ? 0 : 1, delay));
        AGREEMENT.compare(trial, "abandoned", exact.abandoned(), seen.share(Heard.Call::gaveUp));
        AGREEMENT.compare(trial, "answered in 30 s", exact.answeredWithin(30),
                seen.share(call -> !call.gaveUp() && call.waitS() <= 30));
        AGREEMENT.compare(trial, "occupancy", exact.occupancy(),
                seen.ratio(Heard.Call::talkS, call -> agents * call.gapS(), 0));
    }

    /** The states of a pool that is far too small weigh more than any number can tell when callers are patient. */
    @Test
    void patientCallersInAnOverloadNeedWhomErlangAFindsForThem() {
        int agents = ImpatientPool.agents(5_000, 180_000, 7_200_000, 20_000, 0.8);
        ErlangA enough = new ErlangA(agents, 5_000, 180, 7_200);
        ErlangA oneLess = new ErlangA(agents - 1, 5_000, 180, 7_200);
        assertTrue(enough.answeredWithin(20) >= 0.8 && oneLess.answeredWithin(20) < 0.8,
                agents + ": " + enough.answeredWithin(20) + ", one less: " + oneLess.answeredWithin(20));
        assertEquals(0, ImpatientPool.answeredWithin(1, 5_000.0 / Plan.HOUR_MS, 180_000, 7_200_000, 20_000), 1e-9);
    }

    /**
     * 50 agents, 48 calls a minute, talk of a minute, patience of two minutes: 3.1 % give up, mean wait 3.7 s, nine of ten within
     * 12.5 s, 3 waiting, 93 % occupied, as printed by Garnett, Mandelbaum and Reiman 2002 and by Gans, Koole and Mandelbaum
     * 2003. (The nine of ten are 12.445 s by the formula.)
     */
    @Test
    void impatientCallersWaitAsGarnettMandelbaumAndReimanPrint() {
        ErlangA exact = new ErlangA(50, 48 * 60, 60, 120);
        published("abandoned", 0.031, exact.abandoned(), 3);
        published("mean wait", 3.7, exact.meanWaitS(), 1);
        published("nine of ten", 12.445, exact.quantileS(0.1), 3);
        published("waiting", 3, exact.meanWaiting(), 0);
        published("occupancy", 0.93, exact.occupancy(), 2);
        Trial pool = new Trial(List.of(new Stream(48 * 60, 0)), Collections.nCopies(50, Set.of(0)), 60_000,
                Law.exponential(120_000));
        List<Heard.Call> heard = pool.play(60_000);
        String trial = "50 agents, 48 calls/min, talk 1 min";
        compare(trial, exact, 50, heard);
        BatchMeans seen = new BatchMeans(heard, exact.relaxation(), 0);
        double nine = exact.quantileS(0.1);
        AGREEMENT.compare(trial, "still there at 12.4 s", 0.1, seen.share(call -> call.waitS() > nine));
        AGREEMENT.compare(trial, "waiting", exact.meanWaiting(), seen.ratio(Heard.Call::waitS, Heard.Call::gapS, 0));
    }
}
