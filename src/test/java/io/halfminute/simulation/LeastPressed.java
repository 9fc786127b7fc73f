package io.halfminute.simulation;

import io.halfminute.routing.IdleAgent;

/**
 * Keeps those who are scarce now: of the idle agents who do, a call gets the one in whose place most others could serve his
 * other streams at this moment; among equals, who is idle longest.
 */
final class LeastPressed implements FloorPlan.Choice {

    private final FloorPlan plan;
    private final int[] idle;

    LeastPressed(FloorPlan plan) {
        this.plan = plan;
        this.idle = new int[plan.streams().size()];
    }

    @Override
    public IdleAgent agentFor(FloorCall call, Floor floor) {
        count(floor);
        IdleAgent best = null;
        int most = 0;
        for (IdleAgent agent : floor.agents()) {
            if (agent.isIdle() && plan.who().does(call.stream(), agent.profile())) {
                int others = standIns(agent, call.stream());
                if (best == null || others > most || others == most && agent.sinceMs() < best.sinceMs()) {
                    best = agent;
                    most = others;
                }
            }
        }
        return best;
    }

    private void count(Floor floor) {
        for (int stream = 0; stream < idle.length; stream++) {
            idle[stream] = 0;
            for (IdleAgent agent : floor.agents()) {
                idle[stream] += agent.isIdle() && plan.who().does(stream, agent.profile()) ? 1 : 0;
            }
        }
    }

    private int standIns(IdleAgent agent, int besides) {
        int others = 0;
        for (int stream = 0; stream < idle.length; stream++) {
            others += stream != besides && plan.who().does(stream, agent.profile()) ? idle[stream] : 0;
        }
        return others;
    }
}
