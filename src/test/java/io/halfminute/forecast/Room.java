package io.halfminute.forecast;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Skills;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells a forecaster the story of a room with one queue, in the words of the trade. */
final class Room {

    static final QueueId ORDERS = new QueueId("orders");
    private static final OfferId OFFER = new OfferId(7);

    final Forecaster forecaster;
    long nowMs = 1_700_000_000_000L;
    private int calls;

    Room(ForecastSpec spec, int agents) {
        forecaster = new Forecaster(spec);
        Map<AgentId, AgentSpec> specs = new HashMap<>();
        for (int i = 0; i < agents; i++) {
            AgentId id = agent(i);
            specs.put(id, new AgentSpec(id, "Agent " + i, new PhoneId(id.value()), Skills.NONE));
        }
        QueueSpec orders = new QueueSpec(ORDERS, "Orders", List.of(), 0, 30_000, 12_000, 20_000, 100, Optional.empty());
        tell(new AcdEvent.SetupChanged(new Setup(Map.of(ORDERS, orders), specs, Map.of(), Set.of(), Setup.Limits.DEFAULT),
                nowMs));
        tell(new AcdEvent.LinkChanged(true, "", nowMs));
        specs.keySet().forEach(id -> become(id, AgentState.SIGNED_OUT, AgentState.READY, ""));
    }

    static AgentId agent(int number) {
        return new AgentId(String.valueOf(1001 + number));
    }

    void tell(AcdEvent event) {
        forecaster.accept(List.of(event));
    }

    void become(AgentId agent, AgentState from, AgentState to, String reason) {
        tell(new AcdEvent.AgentChanged(agent, from, to, reason, null, 0, nowMs));
    }

    Room after(long ms) {
        nowMs += ms;
        return this;
    }

    /** One more call reaches the line. */
    CallId waits() {
        CallId call = new CallId("c" + calls++);
        tell(new AcdEvent.CallArrived(call, new CallerId("13812348000", ""), "4001", null, ORDERS, 0, nowMs, nowMs + 30_000,
                false, nowMs));
        tell(new AcdEvent.CallWaits(call, ORDERS, nowMs));
        return call;
    }

    /** The agent picks it up after three seconds. */
    void answers(AgentId agent, CallId call) {
        tell(new AcdEvent.OfferMade(call, OFFER, agent, null, nowMs));
        become(agent, AgentState.READY, AgentState.RESERVED, "");
        after(3_000);
        tell(new AcdEvent.CallAnswered(call, OFFER, agent, nowMs));
        become(agent, AgentState.RESERVED, AgentState.ON_CALL, "");
    }

    /** The talk is over; the agent wraps up for ten seconds and is ready. */
    void ends(AgentId agent, CallId call) {
        tell(new AcdEvent.TalkEnded(call, agent, Cause.UNSEEN, nowMs));
        tell(new AcdEvent.CallEnded(call, CallEnd.ANSWERED, Cause.UNSEEN, true, nowMs));
        become(agent, AgentState.ON_CALL, AgentState.WRAP_UP, "");
        after(10_000).become(agent, AgentState.WRAP_UP, AgentState.READY, "");
    }

    /** The caller hangs up. */
    void givesUp(CallId call) {
        tell(new AcdEvent.CallEnded(call, CallEnd.ABANDONED, Cause.UNSEEN, true, nowMs));
    }

    /** Talks of just two minutes, so often. */
    Room learns(int talks) {
        for (int i = 0; i < talks; i++) {
            CallId call = waits();
            answers(agent(0), call);
            after(120_000).ends(agent(0), call);
        }
        return this;
    }

    Forecast forecast() {
        return forecaster.forecast(nowMs, () -> false);
    }
}
