package io.halfminute.agent;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PhoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One agent at work: a state machine whose only door is {@link #become}. Beside the state it remembers what the choice of
 * an agent needs: since when he waits, how often he missed, whether his phone can ring.
 */
public final class Agent {

    private static final Map<AgentState, Set<AgentState>> ALLOWED = allowed();

    private final PickUpTimes pickUps = new PickUpTimes();
    private AgentSpec spec;
    private Skills skills;
    private Profile profile;
    private AgentState state = AgentState.SIGNED_OUT;
    private String reason = "";
    private long sinceMs;
    private long untilMs;
    private CallId call;
    private long readySinceMs;
    private Wish wish;
    private int misses;
    private long restUntilMs;
    private boolean phoneReachable;
    private boolean phoneInUse;

    public Agent(AgentSpec spec) {
        this.spec = spec;
        skills(spec.skills());
    }

    /**
     * The one function that changes the state.
     *
     * @param reason  for people and records: a pause reason's code, or what happened
     * @param call    the call that holds him or that he wraps up; null if none
     * @param untilMs when the state ends by itself, 0 if it does not
     * @throws IllegalStateException when no agent goes from the present state to {@code to}
     */
    public void become(AgentState to, String reason, CallId call, long untilMs, long atMs) {
        if (!ALLOWED.get(state).contains(to)) {
            throw new IllegalStateException("agent " + id() + " cannot go from " + state + " to " + to + " (" + reason
                    + ")");
        }
        if (state == AgentState.RINGING && to == AgentState.ON_CALL) {
            pickUps.pickedUp(atMs - sinceMs);
        }
        boolean stillIdle = to == AgentState.READY && (state == AgentState.RESERVED || state == AgentState.RINGING);
        if (to == AgentState.READY && !stillIdle) {
            readySinceMs = atMs;
        }
        this.state = to;
        this.reason = reason;
        this.call = call;
        this.sinceMs = atMs;
        this.untilMs = untilMs;
    }

    /** Takes in a changed configuration; skills that were changed at run time give way to configured ones. */
    public void configure(AgentSpec changed) {
        Skills now = changed.skillsAfter(spec, skills);
        spec = changed;
        skills(now);
    }

    /** What he wants to become after his call; null for ready. */
    public void wish(Wish wish) {
        this.wish = wish;
    }

    /** What he can do from now on. */
    public void skills(Skills skills) {
        this.skills = skills;
        this.profile = new Profile(skills, spec.groups());
    }

    /** What the PBX says of his phone. */
    public void phone(boolean reachable, boolean inUse) {
        this.phoneReachable = reachable;
        this.phoneInUse = inUse;
    }

    /** One more offer in a row that he let pass. */
    public void missed() {
        misses++;
    }

    /** His phone rang out at {@code atMs}. */
    public void letRing(long atMs) {
        if (state == AgentState.RINGING) {
            pickUps.letRing(atMs - sinceMs);
        }
    }

    /** @param timesMs how long he let it ring in an earlier run, the oldest first; negative when he had not picked up by then */
    public void relearn(List<Integer> timesMs) {
        for (int ms : timesMs) {
            if (ms < 0) {
                pickUps.letRing(-(long) ms);
            } else {
                pickUps.pickedUp(ms);
            }
        }
    }

    /** He picked up, or came back by himself. */
    public void forgiveMisses() {
        misses = 0;
    }

    /** No offers until then. */
    public void restUntil(long restUntilMs) {
        this.restUntilMs = restUntilMs;
    }

    /** Whether he can be offered a call at {@code nowMs}, as far as he and his phone are concerned. */
    public boolean isFree(long nowMs) {
        return state == AgentState.READY && phoneReachable && !phoneInUse && restUntilMs <= nowMs;
    }

    public AgentId id() {
        return spec.id();
    }

    /** How long he lets it ring, as far as that is known. */
    public PickUpTimes pickUps() {
        return pickUps;
    }

    public AgentSpec spec() {
        return spec;
    }

    public PhoneId phone() {
        return spec.phone();
    }

    public Skills skills() {
        return skills;
    }

    /** What routing sees of him at present. */
    public Profile profile() {
        return profile;
    }

    public AgentState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    /** Since when he is in this state. */
    public long sinceMs() {
        return sinceMs;
    }

    /** When the state ends by itself, 0 if it does not. */
    public long untilMs() {
        return untilMs;
    }

    /** The call that holds him or that he wraps up; null if none. */
    public CallId call() {
        return call;
    }

    /** Since when he waits for a call; an offer that came to nothing does not start it anew. */
    public long readySinceMs() {
        return readySinceMs;
    }

    public Wish wish() {
        return wish;
    }

    public int misses() {
        return misses;
    }

    public long restUntilMs() {
        return restUntilMs;
    }

    public boolean phoneReachable() {
        return phoneReachable;
    }

    public boolean phoneInUse() {
        return phoneInUse;
    }

    /**
     * A call can be found at an agent's phone whatever he said of himself (the PBX's fallback rang it, or a server took
     * over), so RINGING and ON_CALL are reached from everywhere; choosing him is possible only when he is ready. A server
     * that starts puts an agent back into the wrap-up of an earlier one, so that follows being signed out as well.
     */
    private static Map<AgentState, Set<AgentState>> allowed() {
        Map<AgentState, Set<AgentState>> map = new EnumMap<>(AgentState.class);
        for (AgentState from : AgentState.values()) {
            Set<AgentState> to = EnumSet.complementOf(EnumSet.of(AgentState.RESERVED));
            if (from == AgentState.READY) {
                to.add(AgentState.RESERVED);
                to.remove(AgentState.WRAP_UP);
            }
            if (from == AgentState.RESERVED || from == AgentState.RINGING) {
                to.remove(AgentState.WRAP_UP);
            }
            if (from == AgentState.PAUSED) {
                to.remove(AgentState.WRAP_UP);
            }
            map.put(from, to);
        }
        return map;
    }
}
