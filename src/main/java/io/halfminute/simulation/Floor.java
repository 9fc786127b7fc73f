package io.halfminute.simulation;

import io.halfminute.agent.AgentId;
import io.halfminute.queue.Lanes;
import io.halfminute.queue.Place;
import io.halfminute.routing.IdleAgent;
import io.halfminute.routing.Index;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Plays a {@link FloorPlan} with the index that decides in production and with nothing else of the hotline: telephones ring
 * for no time, nobody misses a call. Made for long runs: millions of calls a second, where {@link Simulation} plays ten
 * thousand with everything.
 */
public final class Floor {

    private final FloorPlan plan;
    private final FloorPlan.Watch watch;
    private final RandomGenerator chance;
    private final Lanes lanes = new Lanes();
    private final Index index;
    private final List<IdleAgent> agents = new ArrayList<>();
    private final Moments moments = new Moments();
    private final List<FloorCall> slots = new ArrayList<>();
    private final ArrayDeque<FloorCall> over = new ArrayDeque<>();
    private final BitSet away = new BitSet();
    private long now;
    private long calls;
    private int talking;

    /** @param chance all of it comes from here */
    public Floor(FloorPlan plan, FloorPlan.Watch watch, RandomGenerator chance) {
        this.plan = plan;
        this.watch = watch;
        this.chance = chance;
        this.index = new Index(lanes, plan.who());
        for (int profile : plan.agents()) {
            IdleAgent agent = new FloorAgent(agents.size(), profile);
            agents.add(agent);
            index.free(agent, 0);
        }
    }

    /** By their numbers. */
    public List<IdleAgent> agents() {
        return Collections.unmodifiableList(agents);
    }

    public Lanes lanes() {
        return lanes;
    }

    public Index index() {
        return index;
    }

    public long now() {
        return now;
    }

    /** The agent with this number comes to work. */
    public void comes(int agent) {
        if (away.get(agent)) {
            away.clear(agent);
            if (!((FloorAgent) agents.get(agent)).talks) {
                becomeFree(agents.get(agent));
            }
        }
    }

    /** The agent with this number goes home; whoever talks does so first. */
    public void goes(int agent) {
        away.set(agent);
        if (agents.get(agent).isIdle()) {
            index.busy(agents.get(agent));
        }
    }

    /** Lets so many calls come, and no more happen than what comes before the last of them. */
    public void play(FloorPlan.Arrivals arrivals, long most) {
        long next = arrivals.next(now, chance);
        for (long i = 0; i < most && next < Law.FOREVER_MS; i++) {
            passTo(next);
            arrive(arrivals.stream(next, chance));
            next = arrivals.next(next, chance);
        }
    }

    /** Lets everything happen until then. */
    public void passTo(long moment) {
        while (moments.next() <= moment) {
            now = moments.next();
            int which = moments.take();
            if (which < agents.size()) {
                hangUp((FloorAgent) agents.get(which));
            } else {
                losePatience(slots.get(which - agents.size()));
            }
        }
        now = moment;
    }

    private void arrive(int stream) {
        FloorCall call = over.isEmpty() ? newSlot() : over.pop();
        call.is(stream, calls++, now);
        if (talking + lanes.size() >= plan.lines()) {
            watch.refused(call);
            over.push(call);
            return;
        }
        IdleAgent agent = plan.choice().agentFor(call, this);
        if (agent == null) {
            await(call);
        } else {
            index.busy(agent);
            talk(call, agent);
        }
    }

    private FloorCall newSlot() {
        FloorCall call = new FloorCall(slots.size());
        slots.add(call);
        return call;
    }

    private void await(FloorCall call) {
        long patience = plan.streams().get(call.stream).patience().drawMs(chance);
        call.patienceEnds = now + patience;
        if (patience < Law.FOREVER_MS) {
            moments.add(call.patienceEnds, agents.size() + call.slot);
        }
        call.ordered(now + plan.target(), false);
        lanes.enter(call, call.stream);
    }

    private void hangUp(FloorAgent agent) {
        talking--;
        agent.talks = false;
        if (!away.get(agent.number)) {
            becomeFree(agent);
        }
    }

    private void becomeFree(IdleAgent agent) {
        postponeLate();
        FloorCall call = (FloorCall) plan.choice().callFor(agent, this);
        if (call == null) {
            index.free(agent, now);
        } else {
            lanes.leave(call);
            talk(call, agent);
        }
    }

    private void talk(FloorCall call, IdleAgent agent) {
        watch.answered(call, now - call.arrived, agent);
        call.patienceEnds = 0;
        talking++;
        FloorAgent his = (FloorAgent) agent;
        his.talks = true;
        long talk = plan.streams().get(call.stream).talk().drawMs(chance);
        watch.talks(call, talk);
        moments.add(now + talk, his.number);
        over.push(call);
    }

    private static final class FloorAgent extends IdleAgent {
        final int number;
        boolean talks;

        FloorAgent(int number, int profile) {
            super(new AgentId(String.valueOf(100_000 + number)), profile);
            this.number = number;
        }
    }

    /** His place may have become another one's; then the moment is not his. */
    private void losePatience(FloorCall call) {
        if (call.patienceEnds == now && call.isTaken()) {
            lanes.leave(call);
            watch.gaveUp(call, now - call.arrived);
            call.patienceEnds = 0;
            over.push(call);
        }
    }

    private void postponeLate() {
        if (plan.postpone() == 0) {
            return;
        }
        for (int stream = 0; stream < plan.streams().size(); stream++) {
            Place first = lanes.firstInTime(stream);
            while (first != null && ((FloorCall) first).arrived + plan.target() < now) {
                postpone((FloorCall) first);
                first = lanes.firstInTime(stream);
            }
        }
    }

    private void postpone(FloorCall call) {
        lanes.leave(call);
        call.ordered(call.arrived + plan.target() + plan.postpone(), true);
        lanes.enter(call, call.stream);
    }
}
