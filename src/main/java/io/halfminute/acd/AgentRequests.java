package io.halfminute.acd;

import io.halfminute.acd.Outputs.Refusal.Code;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.Wish;
import io.halfminute.pbx.PhoneStatus;

/** What agents ask for. Each request: guards, then one act; asking for what is already so is no error. */
final class AgentRequests {

    private final AcdState state;
    private final AgentMoves agents;

    AgentRequests(AcdState state, AgentMoves agents) {
        this.state = state;
        this.agents = agents;
    }

    void take(AcdInput.OfAgent request) {
        Agent agent = state.agent(request.agent());
        if (agent == null || !state.setup.agents().containsKey(agent.id())) {
            state.refuse(Code.UNKNOWN_AGENT, "There is no agent \"" + request.agent() + "\".");
            return;
        }
        switch (request) {
            case AcdInput.SignIn _ -> signIn(agent);
            case AcdInput.BecomeReady _ -> becomeReady(agent);
            case AcdInput.Pause pause -> pause(agent, pause.reason());
            case AcdInput.SignOut _ -> signOut(agent);
            case AcdInput.ChangeSkills change -> changeSkills(agent, change);
        }
    }

    private void signIn(Agent agent) {
        if (agent.state() == AgentState.SIGNED_OUT) {
            agents.pause(agent, PauseReason.SIGNED_IN);
        } else if (Wish.SIGN_OUT.equals(agent.wish())) {
            agents.wish(agent, Wish.pause(PauseReason.SIGNED_IN));
        }
    }

    private void becomeReady(Agent agent) {
        if (!isSignedIn(agent)) {
            return;
        }
        switch (agent.state()) {
            case SIGNED_OUT -> { }
            case READY -> spareNoLonger(agent);
            case RESERVED, RINGING, ON_CALL -> agents.wish(agent, null);
            case PAUSED, WRAP_UP -> readyIfPhoneRings(agent);
        }
    }

    private void readyIfPhoneRings(Agent agent) {
        PhoneStatus status = state.phone(agent.phone());
        if (status == PhoneStatus.UNREACHABLE) {
            state.refuse(Code.PHONE_UNREACHABLE, "Phone " + agent.phone()
                    + " is not registered at the PBX; calls could not ring there. Register it, then become ready.");
            return;
        }
        // One offer that did not reach the phone is no more than that, if the PBX still sees the phone.
        agents.setPhone(agent, true, status == PhoneStatus.IN_USE);
        agents.wish(agent, null);
        spareNoLonger(agent);
        agents.ready(agent, "ready");
    }

    private void spareNoLonger(Agent agent) {
        agent.forgiveMisses();
        agent.restUntil(0);
        state.touchedAgents.add(agent.id());
    }

    private void pause(Agent agent, PauseReason reason) {
        if (!isSignedIn(agent)) {
            return;
        }
        if (!state.setup.pauseReasons().contains(reason)) {
            state.refuse(Code.UNKNOWN_REASON, "There is no pause reason \"" + reason + "\"; there are "
                    + state.setup.pauseReasons().stream().map(PauseReason::code).sorted().toList() + ".");
            return;
        }
        if (agent.state().hasCall()) {
            agents.wish(agent, Wish.pause(reason));
        } else {
            agents.wish(agent, null);
            agents.pause(agent, reason);
        }
    }

    private void signOut(Agent agent) {
        if (agent.state().hasCall()) {
            agents.wish(agent, Wish.SIGN_OUT);
        } else if (agent.state() != AgentState.SIGNED_OUT) {
            agents.wish(agent, null);
            agents.signOut(agent, "signed-out");
        }
    }

    private void changeSkills(Agent agent, AcdInput.ChangeSkills change) {
        agent.skills(change.skills());
        state.tell(new AcdEvent.SkillsChanged(agent.id(), change.skills(), state.nowMs));
    }

    private boolean isSignedIn(Agent agent) {
        if (agent.state() == AgentState.SIGNED_OUT) {
            state.refuse(Code.NOT_SIGNED_IN, "Agent " + agent.id() + " is not signed in. Sign in first.");
            return false;
        }
        return true;
    }
}
