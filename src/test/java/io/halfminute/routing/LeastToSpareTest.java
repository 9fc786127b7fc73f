package io.halfminute.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import io.halfminute.queue.WaitingCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The preferences in their order; each test changes only what the next preference looks at. */
class LeastToSpareTest {

    private static final SkillId ORDERS = new SkillId("orders");
    private static final SkillId RETURNS = new SkillId("returns");
    private static final QueueSpec ORDER_QUEUE = queue("orders", ORDERS);
    private static final QueueSpec RETURN_QUEUE = queue("returns", RETURNS);
    private static final long NOW_MS = 100_000;

    private final TreeMap<AgentId, Agent> agents = new TreeMap<>();
    private final WaitingCall call = new WaitingCall(new Call(new CallId("c1"), new CallerId("", ""), "4001",
            new BrandId("shop-a"), NOW_MS - 10_000), ORDER_QUEUE);

    private static QueueSpec queue(String id, SkillId skill) {
        return new QueueSpec(new QueueId(id), id, List.of(new SkillDemand(skill, 2, 4)), 0, 30_000, 12_000, 0, 10,
                Optional.empty());
    }

    private Agent ready(String id, long sinceMs, int orders, int returns) {
        Map<SkillId, Integer> levels = new HashMap<>();
        if (orders > 0) {
            levels.put(ORDERS, orders);
        }
        if (returns > 0) {
            levels.put(RETURNS, returns);
        }
        Agent agent = new Agent(new AgentSpec(new AgentId(id), id, new PhoneId(id), new Skills(levels)));
        agent.phone(true, false);
        agent.become(AgentState.READY, "ready", null, 0, sinceMs);
        agents.put(agent.id(), agent);
        return agent;
    }

    private Optional<Decision> decide() {
        return new LeastToSpare().decide(call, new Team(agents.values(), List.of(ORDER_QUEUE, RETURN_QUEUE)), 1, NOW_MS);
    }

    private String winner() {
        return decide().map(decision -> decision.agent().value()).orElse("nobody");
    }

    @Test
    void nobodyIsChosenWhoLacksTheSkillOrIsNotFree() {
        ready("1001", 0, 1, 5);
        ready("1002", 0, 4, 0).become(AgentState.PAUSED, "break", null, 0, 0);
        ready("1003", 0, 4, 0).phone(false, false);
        ready("1004", 0, 4, 0).phone(true, true);
        ready("1005", 0, 4, 0).restUntil(NOW_MS + 1);
        assertEquals("nobody", winner());
    }

    @Test
    void anAgentIsChosenFromTheMomentHisRestIsOver() {
        ready("1001", 0, 4, 0).restUntil(NOW_MS);
        assertEquals("1001", winner());
    }

    @Test
    void whosePhoneHasNotRungForTheCallComesBeforeTheBetterOne() {
        Agent better = ready("1001", 0, 5, 0);
        ready("1002", 50_000, 2, 5);
        call.tried(better.id());
        assertEquals("1002", winner());
    }

    @Test
    void whoHasTheWantedLevelComesBeforeTheSpecialistWhoLacksIt() {
        ready("1001", 0, 3, 0);
        ready("1002", 50_000, 4, 5);
        assertEquals("1002", winner());
    }

    @Test
    void moreThanTheWantedLevelIsNoAdvantage() {
        ready("1001", 0, 4, 0);
        ready("1002", 50_000, 5, 0);
        assertEquals("1001", winner());
    }

    @Test
    void whoCannotHelpElsewhereComesBeforeTheLongerIdle() {
        ready("1001", 0, 4, 4);
        ready("1002", 50_000, 4, 0);
        assertEquals("1002", winner());
    }

    @Test
    void whoIsTheLastOneThereForAnotherQueueIsKeptForItThoughHeIsLongerIdle() {
        SkillId repairs = new SkillId("repairs");
        ready("1001", 0, 4, 4);
        Agent repairer = ready("1002", 50_000, 4, 0);
        repairer.skills(new Skills(Map.of(ORDERS, 4, repairs, 4)));
        ready("1003", 0, 0, 0).skills(new Skills(Map.of(repairs, 4)));
        List<QueueSpec> queues = List.of(ORDER_QUEUE, RETURN_QUEUE, queue("repairs", repairs));
        Decision decision = new LeastToSpare().decide(call, new Team(agents.values(), queues), 1, NOW_MS).orElseThrow();
        assertEquals(List.of("1002 1", "1001 0"), decision.candidates().stream()
                .map(each -> each.agent() + " " + each.standIns()).toList());
    }

    @Test
    void amongEqualsTheLongestIdleAndThenTheSmallerIdDecides() {
        ready("1003", 20_000, 4, 0);
        ready("1002", 10_000, 4, 0);
        ready("1001", 10_000, 4, 0);
        assertEquals("1001", winner());
    }

    @Test
    void theDecisionListsTheOthersBestFirstAndWhyTheRestWasLeftOut() {
        ready("1001", 0, 4, 4);
        ready("1002", 0, 4, 0);
        ready("1003", 0, 0, 5);
        Decision decision = decide().orElseThrow();
        assertEquals(List.of("1002", "1001"), decision.candidates().stream().map(each -> each.agent().value()).toList());
        assertEquals(List.of("1003 SKILL orders 0 < 2"), decision.leftOut().stream()
                .map(left -> left.agent() + " " + left.why() + " " + left.detail()).toList());
        assertEquals(20_000, decision.timeLeftMs());
    }

    @Test
    void longListsAreCutAndTheWinnerIsOnIt() {
        for (int i = 0; i < 100; i++) {
            ready(String.valueOf(2_000 + i), 1_000 - i, 4, 0);
            ready(String.valueOf(3_000 + i), 0, 0, 4);
        }
        Decision decision = decide().orElseThrow();
        assertEquals("2099", decision.candidates().getFirst().agent().value());
        assertEquals(decision.agent(), decision.candidates().getFirst().agent());
        assertEquals(Decision.MAX_LISTED, decision.candidates().size());
        assertTrue(decision.leftOut().size() <= Decision.MAX_LISTED);
    }
}
