package io.halfminute.why;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Profile;
import io.halfminute.agent.Skills;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** One agent with what he did lately. */
final class Member {

    /** Some minutes of the busiest agent. */
    private static final int MOST_STRETCHES = 48;

    /** What he did from then until the next one began; {@code toMs} is {@link Long#MAX_VALUE} while it lasts. */
    record Stretch(Doing doing, String reason, long fromMs, long toMs) {
        Stretch until(long atMs) {
            return new Stretch(doing, reason, fromMs, Math.max(fromMs, atMs));
        }
    }

    private AgentSpec spec;
    private Profile profile;
    private AgentState state = AgentState.SIGNED_OUT;
    private String reason = "";
    private boolean reachable = true;
    private boolean inUse;
    private final Deque<Stretch> past = new ArrayDeque<>();

    Member(AgentSpec spec, long nowMs) {
        this.spec = spec;
        this.profile = new Profile(spec.skills(), spec.groups());
        past.add(new Stretch(Doing.OUT, "", nowMs, Long.MAX_VALUE));
    }

    AgentId id() {
        return spec.id();
    }

    Profile profile() {
        return profile;
    }

    void configure(AgentSpec changed) {
        Skills now = changed.skillsAfter(spec, profile.skills());
        spec = changed;
        skills(now);
    }

    void skills(Skills skills) {
        profile = new Profile(skills, spec.groups());
    }

    void become(AgentState to, String why, long atMs) {
        state = to;
        reason = why == null ? "" : why;
        now(atMs);
    }

    void phone(boolean isReachable, boolean isInUse, long atMs) {
        reachable = isReachable;
        inUse = isInUse;
        now(atMs);
    }

    private void now(long atMs) {
        Doing doing = Doing.of(state, reason, reachable, inUse);
        Stretch last = past.getLast();
        if (last.doing() == doing && last.reason().equals(reason)) {
            return;
        }
        past.removeLast();
        past.addLast(last.until(atMs));
        past.addLast(new Stretch(doing, reason, Math.max(atMs, last.fromMs()), Long.MAX_VALUE));
        if (past.size() > MOST_STRETCHES) {
            past.removeFirst();
        }
    }

    /** What he did at that moment; null when that is forgotten or was never known. */
    Stretch at(long ms) {
        for (Iterator<Stretch> back = past.descendingIterator(); back.hasNext();) {
            Stretch stretch = back.next();
            if (stretch.fromMs() <= ms) {
                return ms < stretch.toMs() || stretch.toMs() == Long.MAX_VALUE ? stretch : null;
            }
        }
        return null;
    }

    /** Since when all that he did is known. */
    long knownSinceMs() {
        return past.getFirst().fromMs();
    }

    Iterable<Stretch> past() {
        return past;
    }
}
