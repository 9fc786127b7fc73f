package io.halfminute.view;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells a hotline's story to {@link Views} in the words of the trade; days are 24 hours of UTC. */
final class Story {

    static final long DAY_MS = 86_400_000;
    /** Some day's noon. */
    static final long NOON = 20_000 * DAY_MS + DAY_MS / 2;
    static final QueueId ORDERS = new QueueId("orders");
    static final QueueId COMPLAINTS = new QueueId("complaints");
    static final AgentId LI = new AgentId("1001");
    static final AgentId WANG = new AgentId("1002");
    private static final SkillId MANDARIN = new SkillId("mandarin");
    private static final SkillId APPEASING = new SkillId("appeasing");
    private static final int TARGET_MS = 30_000;
    private static final OfferId OFFER = new OfferId(7);

    final Views views;
    private long nowMs = NOON;

    Story() {
        this(new ViewLimits(0, 1_000, 15, 10_000, 10_000));
    }

    Story(ViewLimits limits) {
        views = new Views(limits, ms -> ms - Math.floorMod(ms, DAY_MS), agent -> agent.equals(LI) ? "early" : null);
    }

    /** Li speaks Mandarin, Wang can appease too; complaints go before orders. */
    Story configured() {
        return tell(new AcdEvent.SetupChanged(setup(LI, WANG), nowMs));
    }

    static Setup setup(AgentId... agents) {
        Map<QueueId, QueueSpec> queues = Map.of(
                ORDERS, queue(ORDERS, "订单", 0, new SkillDemand(MANDARIN, 1, 3)),
                COMPLAINTS, queue(COMPLAINTS, "投诉", 5, new SkillDemand(MANDARIN, 1, 3), new SkillDemand(APPEASING, 2, 4)));
        Map<AgentId, AgentSpec> specs = new HashMap<>();
        for (AgentId agent : agents) {
            Map<SkillId, Integer> skills = agent.equals(LI) ? Map.of(MANDARIN, 4) : Map.of(MANDARIN, 2, APPEASING, 3);
            specs.put(agent, new AgentSpec(agent, agent.equals(LI) ? "李娜" : "王伟", new PhoneId(agent.value()),
                    new Skills(skills)));
        }
        return new Setup(queues, specs, Map.of(), Set.of(), Setup.Limits.DEFAULT);
    }

    private static QueueSpec queue(QueueId id, String name, int creditMs, SkillDemand... demands) {
        return new QueueSpec(id, name, List.of(demands), creditMs, TARGET_MS, 12_000, 20_000, 100, Optional.empty());
    }

    Story after(long ms) {
        nowMs += ms;
        return this;
    }

    Story at(long ms) {
        nowMs = ms;
        return this;
    }

    Story tick() {
        views.tick(nowMs);
        return this;
    }

    Story tell(AcdEvent event) {
        views.accept(event);
        return this;
    }

    static CallId call(int number) {
        return new CallId("call-" + number);
    }

    Story arrives(int call, QueueId queue) {
        return arrives(call, queue, nowMs, false);
    }

    Story arrives(int call, QueueId queue, long arrivedMs, boolean adopted) {
        int creditMs = COMPLAINTS.equals(queue) ? 60_000 : 0;
        return tell(new AcdEvent.CallArrived(call(call), new CallerId("13812348000", "Zhang"), "4001",
                queue == null ? null : new BrandId("shop-a"), queue, creditMs, arrivedMs, arrivedMs + TARGET_MS, adopted,
                nowMs));
    }

    Story waits(int call, QueueId queue) {
        return tell(new AcdEvent.CallWaits(call(call), queue, nowMs));
    }

    Story rings(int call, AgentId agent) {
        return tell(new AcdEvent.OfferMade(call(call), OFFER, agent, null, nowMs))
                .becomes(agent, AgentState.RINGING, "offered", call);
    }

    Story offerEnds(int call, AgentId agent, AcdEvent.OfferOutcome outcome) {
        return tell(new AcdEvent.OfferEnded(call(call), OFFER, agent, outcome, Cause.UNSEEN, nowMs));
    }

    Story answers(int call, AgentId agent) {
        return tell(new AcdEvent.CallAnswered(call(call), OFFER, agent, nowMs))
                .becomes(agent, AgentState.ON_CALL, "answered", call);
    }

    Story misses(int call) {
        return tell(new AcdEvent.DeadlineMissed(call(call), nowMs));
    }

    Story talkEnds(int call, AgentId agent) {
        return tell(new AcdEvent.TalkEnded(call(call), agent, Cause.UNSEEN, nowMs))
                .becomes(agent, AgentState.WRAP_UP, "call ended", call);
    }

    Story ends(int call, CallEnd end) {
        return tell(new AcdEvent.CallEnded(call(call), end, Cause.UNSEEN, true, nowMs));
    }

    Story becomes(AgentId agent, AgentState state, String reason) {
        return tell(new AcdEvent.AgentChanged(agent, AgentState.READY, state, reason, null, 0, nowMs));
    }

    Story becomes(AgentId agent, AgentState state, String reason, int call) {
        return tell(new AcdEvent.AgentChanged(agent, AgentState.READY, state, reason, call(call), 0, nowMs));
    }

    Story phone(AgentId agent, boolean reachable, boolean inUse) {
        return tell(new AcdEvent.PhoneChanged(agent, reachable, inUse, nowMs));
    }

    BoardState.Totals totals() {
        return views.board().totals();
    }

    BoardState.Queue queue(QueueId id) {
        return views.board().queues().stream().filter(queue -> queue.queue().equals(id.value())).findFirst().orElseThrow();
    }

    BoardState.Agent agent(AgentId id) {
        return views.board().agents().stream().filter(agent -> agent.agent().equals(id.value())).findFirst().orElseThrow();
    }

    DeskState desk(AgentId agent) {
        return views.desk(agent).orElseThrow();
    }
}
