package io.halfminute.simulation;

import static io.halfminute.simulation.Agreement.published;

import io.halfminute.simulation.Trial.Stream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several skills, where the routing rule is one that has an exact solution. */
class SkillTheoryTest {

    private static final Agreement AGREEMENT = new Agreement("skills");

    @AfterAll
    static void write() throws IOException {
        AGREEMENT.write();
    }

    /**
     * Name, what each agent serves, arrivals of each stream in a mean talk, and for each stream P(W > 0) and E[W] in mean
     * talks, first come first served, longest idle agent first. The figures of the full and of the dedicated case are
     * M/M/5's and M/M/1's as well.
     */
    @ParameterizedTest
    @CsvSource({
        "N2, 0 01, 0.6 0.8, 0.481967 0.883607, 0.803279 4.819672, 0.8836",
        "M4, 0 01 12 2, 1 1.2 1, 0.666150 0.818214 0.666150, 1.222436 1.854287 1.222436, 0.889464",
        "chain of 5, 01 12 23 34 40, .85 .85 .85 .85 .85, 0.751381, 1.402686, 0.85",
        "five alone, 0 1 2 3 4, .85 .85 .85 .85 .85, 0.85, 5.666667, 0.85",
        "five together, 01234 01234 01234 01234 01234, .85 .85 .85 .85 .85, 0.654470, 0.872627, 0.85",
        "chain of 6, 01 12 23 34 45 50, .9 .9 .9 .9 .9 .9, 0.829985, 2.014039, 0.90"})
    void skillsCostAsAdanAndWeissSay(String name, String served, String arrivals, String waits, String meanWaits,
                                     double fullest) {
        double[] rates = numbers(arrivals);
        List<Set<Integer>> agents = Arrays.stream(served.split(" ")).map(SkillTheoryTest::digits).toList();
        ProductForm exact = new ProductForm(rates, agents);
        List<Stream> streams = Arrays.stream(rates).mapToObj(rate -> new Stream(rate * 20, 0)).toList();
        List<Heard.Call> heard = new Trial(streams, agents, Trial.TALK_S * 1e3, Law.never()).longestIdleFirst().play(40_000);
        double[] printed = numbers(waits);
        double[] printedWaits = numbers(meanWaits);
        boolean alike = printed.length == 1;
        for (int k = 0; k < printed.length; k++) {
            published(name, printed[k], exact.waits(k), 6);
            published(name, printedWaits[k], exact.meanWait(k), 6);
            int stream = k;
            List<Heard.Call> calls = alike ? heard : heard.stream().filter(call -> call.isOf(stream)).toList();
            double rate = alike ? Arrays.stream(rates).sum() : rates[k];
            compare(name + (alike ? "" : ", stream " + (k + 1)), exact, k, new BatchMeans(calls, relaxation(rate, fullest), 0));
        }
        for (int k = 0; k < agents.size() && !alike; k++) {
            int agent = k;
            BatchMeans seen = new BatchMeans(heard, relaxation(Arrays.stream(rates).sum(), fullest), 0);
            AGREEMENT.compare(name, "occupancy of agent " + (k + 1), exact.occupancy(k),
                    seen.ratio(call -> call.isWith(agent) ? call.talkS() : 0, Heard.Call::gapS, 0));
        }
    }

    private static void compare(String name, ProductForm exact, int stream, BatchMeans seen) {
        AGREEMENT.compare(name, "P(W > 0)", exact.waits(stream), seen.share(Heard.Call::waited));
        AGREEMENT.compare(name, "E[W], mean talks", exact.meanWait(stream),
                seen.mean(call -> call.waitS() / Trial.TALK_S, 0));
    }

    /** No line lasts longer than that of the fullest agent would if he were alone (see {@link ErlangC#relaxation}). */
    private static double relaxation(double rate, double fullest) {
        return rate / Math.pow(1 - Math.sqrt(fullest), 2);
    }

    /**
     * Ten specialists of the first stream and ten who serve both; loads in erlangs, which stream those prefer, then for each
     * stream P(W > 0), E[W] in seconds and the share that gives up. The core takes the specialist first since he has the
     * least to spare; the preference is credit.
     */
    @ParameterizedTest
    @CsvSource({
        "12, 6, 2, 0.274987 0.417968, 6.4268 10.1458, 0.053557 0.084548",
        "12, 6, 1, 0.246335 0.425867, 3.6892 16.8975, 0.030743 0.140813",
        "10, 9, 2, 0.270919 0.578827, 6.6263 17.7816, 0.055219 0.148180",
        "10, 9, 1, 0.223392 0.588652, 2.9945 23.4909, 0.024955 0.195757"})
    void specialistsFirstIsAsGoodAsTheChainSays(double load1, double load2, int preferred, String waits, String meanWaitsS,
                                                String abandoned) {
        NModel exact = new NModel(new double[] {load1, load2}, preferred == 2);
        List<Set<Integer>> agents = new ArrayList<>();
        for (int i = 0; i < NModel.GROUP; i++) {
            agents.add(Set.of(0));
            agents.add(Set.of(0, 1));
        }
        List<Stream> streams = List.of(new Stream(load1 * 20, preferred == 1 ? 1 : 0),
                new Stream(load2 * 20, preferred == 2 ? 1 : 0));
        List<Heard.Call> heard = new Trial(streams, agents, Trial.TALK_S * 1e3, Trial.PATIENCE).play(40_000);
        for (int k = 0; k < 2; k++) {
            int stream = k;
            published("waits", numbers(waits)[k], exact.waits(k), 6);
            published("mean wait", numbers(meanWaitsS)[k], exact.meanWaitS(k), 4);
            published("abandoned", numbers(abandoned)[k], exact.abandoned(k), 6);
            BatchMeans seen = new BatchMeans(heard.stream().filter(call -> call.isOf(stream)).toList(),
                    k == 0 ? load1 : load2, 0);
            String name = String.format("N, loads %.0f and %.0f, %d first, stream %d", load1, load2, preferred, k + 1);
            AGREEMENT.compare(name, "P(W > 0)", exact.waits(k), seen.share(Heard.Call::waited));
            AGREEMENT.compare(name, "E[W], s", exact.meanWaitS(k), seen.mean(Heard.Call::waitS, 0));
            AGREEMENT.compare(name, "abandoned", exact.abandoned(k), seen.share(Heard.Call::gaveUp));
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Set<Integer> digits(String text) {
        Set<Integer> digits = new TreeSet<>();
        text.chars().forEach(digit -> digits.add(digit - '0'));
        return digits;
    }
}
