package io.halfminute.view;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.record.DayTotals;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes on in the room: calls, agents, link and counts, folded from events. An event about a call or an agent that is
 * not there (any more) changes nothing.
 */
final class Floor {

    private final Calls calls;
    private final Book book;
    private final SortedMap<AgentId, AgentLine> agents = new TreeMap<>();
    private final Set<AgentId> touched = new HashSet<>();
    private SortedMap<QueueId, QueueSpec> queues = new TreeMap<>();
    /** What the agents did today in earlier runs, for those who are configured later. */
    private Map<AgentId, DayTotals.AgentDay> agentsBefore = Map.of();
    private int postponeLateMs;
    private final Links links = new Links();
    private final CallbackLines callbacks = new CallbackLines();
    private BoardState.Link link = new BoardState.Link(false, "not connected yet");

    Floor(ViewLimits limits, Book book) {
        this.calls = new Calls(limits.maxCalls(), limits.rememberedEnded());
        this.book = book;
    }

    void apply(AcdEvent event) {
        reach(event.atMs());
        switch (event) {
            case AcdEvent.OfCall about -> applyToCall(about);
            case AcdEvent.OfAgent about -> applyToAgent(about);
            case AcdEvent.SetupChanged(Setup setup, long atMs) -> configure(setup, atMs);
            case AcdEvent.LinkChanged changed -> link = links.after(changed);
            case AcdEvent.PbxLost lost -> { }
            case AcdEvent.CallbackChanged changed -> callbacks.changed(changed.callback(), book.isToday(changed.atMs()));
            case AcdEvent.InvariantBroken broken -> { }
        }
    }

    /** It is {@code nowMs} or later; at midnight the day's counts begin anew. */
    void reach(long nowMs) {
        if (book.reach(nowMs)) {
            agents.values().forEach(AgentLine::newDay);
            callbacks.newDay();
            agentsBefore = Map.of();
        }
    }

    void seed(DayTotals totals) {
        reach(totals.dayStartMs());
        book.seed(totals);
        if (book.isToday(totals.dayStartMs())) {
            agentsBefore = totals.agents();
            callbacks.seed(totals.callbacks());
            agents.forEach((agent, line) -> line.seed(daysBefore(agent)));
        }
    }

    private DayTotals.AgentDay daysBefore(AgentId agent) {
        return agentsBefore.getOrDefault(agent, new DayTotals.AgentDay(0, 0, 0));
    }

    void ticketOpened(CallId id, long ticket) {
        LiveCall call = calls.get(id);
        if (call != null) {
            call.ticket = ticket;
        }
        agents.forEach((agent, line) -> {
            if (line.call != null && line.call.id.equals(id)) {
                line.call.ticket = ticket;
                touched.add(agent);
            }
        });
    }

    private void applyToCall(AcdEvent.OfCall event) {
        if (event instanceof AcdEvent.CallArrived arrived) {
            arrive(arrived);
            return;
        }
        if (event instanceof AcdEvent.CallbackTried tried && !calls.knows(tried.call())) {
            calls.add(new LiveCall(tried));
            return;
        }
        LiveCall call = calls.get(event.call());
        if (call == null) {
            return;
        }
        switch (event) {
            case AcdEvent.CallArrived ignored -> { }
            case AcdEvent.CallbackTried again -> { }
            case AcdEvent.CustomerDialled dialled -> call.stage = LiveCall.Stage.DIALLING;
            case AcdEvent.CallWaits(CallId id, QueueId queue, long atMs) -> waits(call, queue);
            case AcdEvent.OfferMade made -> ring(call, made.offer(), made.agent());
            case AcdEvent.OfferRinging ringing -> ring(call, ringing.offer(), ringing.agent());
            case AcdEvent.OfferEnded ended -> offerEnded(call, ended);
            case AcdEvent.CallAnswered answered -> answered(call, answered);
            case AcdEvent.TalkEnded ended -> talkEnded(call, ended.agent(), ended.atMs());
            case AcdEvent.CallAtFallback atFallback -> free(call, LiveCall.Stage.FALLBACK);
            case AcdEvent.CallLeaves leaves -> free(call, LiveCall.Stage.LEAVING);
            case AcdEvent.DeadlineMissed missed -> {
                call.orderMs = call.deadlineMs - call.creditMs + postponeLateMs;
                book.deadlineMissed(call, missed.atMs());
            }
            case AcdEvent.CallEnded ended -> ended(call, ended.end(), ended.atMs());
            case AcdEvent.RingOpened _, AcdEvent.CallAsks _, AcdEvent.AgentNamed _, AcdEvent.NameDropped _, AcdEvent.WaitTold _,
                AcdEvent.CallbackProposed _, AcdEvent.CallRefused _ -> { }
        }
        touch(call);
    }

    private void arrive(AcdEvent.CallArrived arrived) {
        if (calls.knows(arrived.call())) {
            return;
        }
        LiveCall call = new LiveCall(arrived);
        book.arrived(call);
        LiveCall givenUp = calls.add(call);
        if (givenUp != null && !givenUp.outgoing) {
            book.ended(givenUp, CallEnd.ABANDONED, arrived.atMs());
        }
    }

    private void waits(LiveCall call, QueueId queue) {
        if (queue != null) {
            call.queue = queue;
            book.joined(call, queue);
        }
        free(call, LiveCall.Stage.WAITING);
    }

    private void free(LiveCall call, LiveCall.Stage stage) {
        touch(call);
        call.stage = stage;
        call.agent = null;
        call.rung.clear();
        call.offer = OfferId.NONE;
    }

    private void ring(LiveCall call, OfferId offer, AgentId agent) {
        if (call.stage == LiveCall.Stage.TALKING) {
            return;
        }
        if (!call.offer.equals(offer)) {
            call.rung.clear();
        }
        call.rung.add(agent);
        call.stage = LiveCall.Stage.RINGING;
        call.agent = call.rung.iterator().next();
        call.offer = offer;
    }

    private void offerEnded(LiveCall call, AcdEvent.OfferEnded ended) {
        if (call.stage == LiveCall.Stage.RINGING && call.offer.equals(ended.offer()) && call.rung.remove(ended.agent())) {
            goOnWithTheOthers(call);
            AgentLine line = agents.get(ended.agent());
            if (line != null && ended.outcome() == AcdEvent.OfferOutcome.NO_ANSWER && book.isToday(ended.atMs())) {
                line.missed++;
            }
        }
    }

    private void goOnWithTheOthers(LiveCall call) {
        touch(call);
        if (call.rung.isEmpty()) {
            free(call, LiveCall.Stage.WAITING);
        } else {
            call.agent = call.rung.iterator().next();
        }
    }

    private void answered(LiveCall call, AcdEvent.CallAnswered answered) {
        if (call.stage == LiveCall.Stage.TALKING && answered.agent().equals(call.agent)) {
            return;
        }
        touch(call);
        call.stage = LiveCall.Stage.TALKING;
        call.agent = answered.agent();
        call.rung.clear();
        call.offer = answered.offer();
        call.talkBegan(answered.agent(), answered.atMs());
        if (!call.outgoing) {
            book.answered(call, answered.atMs());
        }
        AgentLine line = agents.get(answered.agent());
        if (line != null && book.isToday(answered.atMs())) {
            line.answered++;
        }
    }

    private void talkEnded(LiveCall call, AgentId agent, long atMs) {
        if (call.stage != LiveCall.Stage.TALKING || !agent.equals(call.agent)) {
            return;
        }
        long talkMs = call.talkEnded(agent, atMs);
        AgentLine line = agents.get(agent);
        if (line != null && book.isToday(atMs)) {
            line.talkMs += talkMs;
        }
        free(call, LiveCall.Stage.LEAVING);
    }

    private void ended(LiveCall call, CallEnd end, long atMs) {
        if (call.agent != null) {
            talkEnded(call, call.agent, atMs);
        }
        if (!call.outgoing) {
            book.ended(call, end, atMs);
        }
        calls.end(call.id);
    }

    private void applyToAgent(AcdEvent.OfAgent event) {
        AgentLine line = agents.get(event.agent());
        if (line == null) {
            return;
        }
        touched.add(event.agent());
        switch (event) {
            case AcdEvent.AgentChanged changed -> agentChanged(line, changed);
            case AcdEvent.SkillsChanged changed -> line.skills = changed.skills();
            case AcdEvent.WishChanged changed -> line.wish = changed.wish();
            case AcdEvent.PhoneChanged changed -> {
                line.phoneReachable = changed.reachable();
                line.phoneInUse = changed.inUse();
            }
        }
    }

    private void agentChanged(AgentLine line, AcdEvent.AgentChanged changed) {
        boolean keepsHis = line.call != null && line.call.id.equals(changed.call());
        line.change(changed, keepsHis ? line.call : calls.get(changed.call()));
        if (!line.configured && line.state == AgentState.SIGNED_OUT) {
            agents.remove(changed.agent());
        }
    }

    /** Agents who are taken out of the configuration stay until they have left; queues go at once. */
    private void configure(Setup setup, long atMs) {
        queues = new TreeMap<>(setup.queues());
        postponeLateMs = setup.routing().postponeLateMs();
        setup.agents().forEach((id, spec) -> agents.computeIfAbsent(id, added -> newcomer(spec, atMs)).reconfigure(spec));
        agents.forEach((id, line) -> line.configured = setup.agents().containsKey(id));
        agents.values().removeIf(line -> !line.configured && !line.isAtWork());
        touched.addAll(agents.keySet());
    }

    private AgentLine newcomer(AgentSpec spec, long atMs) {
        AgentLine line = new AgentLine(spec, atMs);
        line.seed(daysBefore(spec.id()));
        return line;
    }

    private void touch(LiveCall call) {
        if (call.agent != null) {
            touched.add(call.agent);
        }
    }

    /** Whose desks may have changed since the last time this was asked. */
    Set<AgentId> takeTouched() {
        Set<AgentId> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }

    Collection<LiveCall> calls() {
        return calls.all();
    }

    Map<AgentId, AgentLine> agents() {
        return agents;
    }

    Map<QueueId, QueueSpec> queues() {
        return queues;
    }

    BoardState.Callbacks callbacks() {
        return callbacks.paint();
    }

    BoardState.Link link() {
        return link;
    }
}
