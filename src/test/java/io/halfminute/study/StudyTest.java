package io.halfminute.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.config.ScenarioFile;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.simulation.Day;
import io.halfminute.simulation.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies side by side on the same people. */
class StudyTest {

    /** What each peer's strategy is played with in the small version of the table of the documents. */
    private static final List<String> PEERS = List.of("app_queue-ringall:shipped", "app_queue-leastrecent:shipped",
            "app_queue-rrmemory:12/1", "app_queue-fewestcalls:12/1", "app_queue-penalties:12/1", "app_queue-queuerules:12/1-10",
            "mod_callcenter:shipped", "mod_callcenter-tiers:12-10", "taskrouter:shipped", "taskrouter:12-10",
            "genesys-bullseye:shipped");

    @ParameterizedTest
    @ValueSource(strings = {"busy", "overload", "skills"})
    void oursIsAheadOfEachPeerOnTheSameDays(String name) {
        Comparison comparison = Comparison.of(ScenarioFile.read(name), policies(PEERS), 2, 1);
        for (String peer : PEERS) {
            assertTrue(comparison.difference("least-to-spare", peer, Figures.IN_TIME).mean() > 0,
                    peer + " is ahead:\n" + Markdown.of(comparison));
        }
    }

    @Test
    void theSamePeopleCallWhateverThePolicyIs() {
        Scenario scenario = ScenarioFile.read("quiet");
        List<List<Object>> ours = callers(Policy.HOUSE, scenario);
        assertEquals(ours, callers(Policy.named("app_queue-fewestcalls:shipped"), scenario));
        assertEquals(ours, callers(Policy.named("genesys-bullseye:shipped"), scenario));
    }

    private static List<List<Object>> callers(Policy policy, Scenario scenario) {
        Day day = policy.play(scenario.plan(3));
        return day.calls().stream().map(call -> List.<Object>of(call.arrivedMs(), call.dialled()))
                .sorted((one, other) -> one.toString().compareTo(other.toString())).toList();
    }

    @Test
    void theSameSeedGivesTheSameComparison() {
        List<Policy> policies = policies(List.of("mod_callcenter:shipped"));
        assertEquals(Markdown.of(Comparison.of(ScenarioFile.read("quiet"), policies, 3, 5)),
                Markdown.of(Comparison.of(ScenarioFile.read("quiet"), policies, 3, 5)));
    }

    /** Moore, McCabe, "Introduction to the Practice of Statistics": t for 4 and for 100 degrees of freedom. */
    @Test
    void theIntervalIsStudents() {
        Estimate five = Estimate.of(1, 2, 3, 4, 5);
        assertEquals(3, five.mean());
        assertEquals(2.776 * Math.sqrt(2.5 / 5), five.halfWidth(), 1e-3);
        assertEquals(1.984, Estimate.t(100), 1e-3);
        assertTrue(Double.isNaN(Estimate.of(1).halfWidth()));
        assertEquals(2, Estimate.of(DoubleStream.of(1, Double.NaN, 3).toArray()).mean());
    }

    @Test
    void aPageStandsAloneAndWhatComesFromAFileIsText() {
        Scenario quiet = ScenarioFile.read("quiet");
        Scenario hostile = new Scenario("<script>alert(1)</script>", 0, 1, quiet.queues(), quiet.numbers(), quiet.demands(),
                quiet.groups(), quiet.faults(), quiet.routing(), List.of());
        String page = new HtmlReport().add(Comparison.of(hostile, List.of(Policy.HOUSE), 2, 1)).text();
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
        assertFalse(page.matches("(?s).*(src|href)=.*"), "nothing is loaded from anywhere");
        assertTrue(page.contains("<svg") && !page.contains("NaN,"), page);
    }

    @Test
    void anUnknownPolicyIsRefusedWithAdvice() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Policy.named("best")).getMessage().contains("mix:0.5"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Policy.named("mix:2")).getMessage().contains("0 to 1"));
    }

    @Test
    void theSearchFindsAStaffThatReachesTheTargetAndSparesNobodyNeeded() {
        StaffingSearch.Found found = new StaffingSearch(ScenarioFile.read("quiet"), 0.8, 4, 1, 60).search();
        assertTrue(found.reached(), Markdown.table(StaffingSearch.rows(found)));
        assertTrue(found.played() <= 62, "played " + found.played());
        int agents = found.staff().values().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
        assertTrue(agents < 9 * 8, "fewer than the scenario has: " + agents);
    }

    @Test
    void aQueueThatNobodyCallsNeedsNobody() {
        Scenario quiet = ScenarioFile.read("quiet");
        Map<QueueId, QueueSpec> queues = new LinkedHashMap<>(quiet.queues());
        QueueSpec one = queues.values().iterator().next();
        QueueId silent = new QueueId("silent");
        queues.put(silent, new QueueSpec(silent, "Silent", one.demands(), one.creditMs(), one.targetMs(), one.ringMs(),
                one.wrapUpMs(), one.maxWaiting(), one.overflow()));
        Scenario more = new Scenario(quiet.title(), 0, 1, queues, quiet.numbers(), quiet.demands(), quiet.groups(),
                quiet.faults(), quiet.routing(), List.of());
        Scenario less = new Scenario(quiet.title(), 0, 1, quiet.queues(), quiet.numbers(), quiet.demands(), quiet.groups(),
                quiet.faults(), quiet.routing(), List.of());
        assertEquals(new FirstGuess(less, 0.8).staff(), new FirstGuess(more, 0.8).staff());
    }

    private static List<Policy> policies(List<String> names) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("least-to-spare"), names.stream()).map(Policy::named)
                .toList();
    }
}
