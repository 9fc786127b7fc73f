package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.Skills;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackRequest;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.queue.SkillDemand;
import java.util.List;

/** Everything that can move the machine. */
public sealed interface AcdInput {

    /** The PBX tells something. */
    record FromPbx(PbxEvent event) implements AcdInput {
    }

    /**
     * Menu or ticket know more of a call that is in the menu or waits: it asks for more, or would like the agent who knows the
     * case (TEL-PERS). For a call that is served or gone it is too late, which is no error.
     *
     * @param more  needed and liked skills, beyond the queue's
     * @param agent whom the caller had last; null if nobody
     */
    record AskAlso(CallId call, List<SkillDemand> more, AgentId agent) implements AcdInput {
        public AskAlso {
            more = List.copyOf(more);
        }
    }

    /**
     * A caller may be told how long he will wait at most. For one who does not wait any more it is too late, which is no error.
     *
     * @param seconds  one of those that can be spoken
     * @param beforeMs later it is not true any more, in milliseconds since 1970
     */
    record TellWait(CallId call, int seconds, long beforeMs) implements AcdInput {
    }

    /**
     * It is foreseen that a caller waits long: he may choose to be called back, if that is allowed and he has not been asked. For
     * one who does not wait any more it is too late, which is no error.
     */
    record ProposeCallback(CallId call) implements AcdInput {
    }

    /** Time has passed; what is due is done. */
    record Tick() implements AcdInput {
    }

    /** The configuration changed. Live calls keep what they have; agents in a call finish it. */
    record Reconfigure(Setup setup) implements AcdInput {
    }

    /** The states in which an earlier run of the server left its agents; taken once, before the first snapshot. */
    record RestoreAgents(List<RememberedAgent> agents) implements AcdInput {
        public RestoreAgents {
            agents = List.copyOf(agents);
        }
    }

    /** What an earlier run saw of how long people take. It may come at any time; agents and queues that are not here are passed over. */
    record Relearn(LearnedTimes times) implements AcdInput {
    }

    /**
     * One agent as an earlier run left him.
     *
     * @param pause   null unless paused
     * @param sinceMs when that state began
     */
    record RememberedAgent(AgentId agent, AgentState state, PauseReason pause, long sinceMs) {
    }

    /** The callbacks that an earlier run left open; taken once, before the first snapshot. */
    record RestoreCallbacks(List<Callback> callbacks) implements AcdInput {
        public RestoreCallbacks {
            callbacks = List.copyOf(callbacks);
        }
    }

    /** Somebody promises a callback, or takes one back. Answered by {@link Outputs#refusal()}. */
    sealed interface OfCallback extends AcdInput {
    }

    /** Ring this customer; one who has an open callback already keeps that. */
    record PlaceCallback(CallbackRequest request) implements OfCallback {
    }

    /**
     * Do not ring him after all; a conversation with him goes on.
     *
     * @param ofAnybody whether it need not be one that {@code by} has promised
     */
    record CancelCallback(CallbackId callback, String by, boolean ofAnybody) implements OfCallback {
    }

    /** An agent, or a supervisor for him, wants something. Answered by {@link Outputs#refusal()}. */
    sealed interface OfAgent extends AcdInput {
        /** Whom it is about. */
        AgentId agent();
    }

    /** Come to work; the agent is paused until he says that he is ready. */
    record SignIn(AgentId agent) implements OfAgent {
    }

    /** Wait for calls; ends a pause or a wrap-up. During a call it takes back a wish to pause or leave. */
    record BecomeReady(AgentId agent) implements OfAgent {
    }

    /** Take no more calls; during a call: after it and its wrap-up. Ends a wrap-up. */
    record Pause(AgentId agent, PauseReason reason) implements OfAgent {
    }

    /** Leave work; during a call: after it and its wrap-up (SHIFT-END). */
    record SignOut(AgentId agent) implements OfAgent {
    }

    /** Other skills from now on. */
    record ChangeSkills(AgentId agent, Skills skills) implements OfAgent {
    }
}
