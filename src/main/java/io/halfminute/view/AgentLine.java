package io.halfminute.view;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Profile;
import io.halfminute.agent.Skills;
import io.halfminute.queue.QueueSpec;
import io.halfminute.record.DayTotals;
import java.util.Locale;
import java.util.Objects;

/** An agent as the boards know him. */
final class AgentLine {

    AgentSpec spec;
    Skills skills;
    AgentState state = AgentState.SIGNED_OUT;
    String reason = "";
    long sinceMs;
    long untilMs;
    String wish;
    LiveCall call;
    boolean phoneReachable;
    boolean phoneInUse;
    /** Whether the configuration still has him. */
    boolean configured = true;
    long answered;
    long missed;
    long talkMs;

    AgentLine(AgentSpec spec, long sinceMs) {
        this.spec = spec;
        this.skills = spec.skills();
        this.sinceMs = sinceMs;
    }

    /** The configuration again. */
    void reconfigure(AgentSpec now) {
        skills = now.skillsAfter(spec, skills);
        spec = now;
        configured = true;
    }

    /** A repeated event does not make the state younger. */
    void change(AcdEvent.AgentChanged to, LiveCall held) {
        boolean same = state == to.to() && reason.equals(text(to.reason())) && call == held;
        state = to.to();
        reason = text(to.reason());
        untilMs = to.untilMs();
        call = held;
        if (!same) {
            sinceMs = to.atMs();
        }
    }

    /** Adds what he did today in earlier runs. */
    void seed(DayTotals.AgentDay before) {
        answered += before.answered();
        missed += before.missed();
        talkMs += before.talkMs();
    }

    void newDay() {
        answered = 0;
        missed = 0;
        talkMs = 0;
    }

    boolean isAtWork() {
        return state != AgentState.SIGNED_OUT;
    }

    boolean canTakeNow() {
        return state == AgentState.READY && phoneReachable && !phoneInUse;
    }

    boolean serves(QueueSpec queue) {
        return queue.widest().admits(new Profile(skills, spec.groups()));
    }

    String stateCode() {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(String reason) {
        return Objects.requireNonNullElse(reason, "");
    }
}
