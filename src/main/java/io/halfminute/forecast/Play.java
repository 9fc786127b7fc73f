package io.halfminute.forecast;

import java.util.SplittableRandom;

/**
 * Plays a {@link Picture} on with chance: callers arrive, wait in the order of the line, give up; agents pick up, miss,
 * talk, wrap up, take breaks. Lighter than the machine itself by what hardly moves the outcome: classes of agents instead
 * of agents, no commands, no PBX, a phone that rings in vain at most once for a caller, one phone at a time.
 *
 * <p>A caller whose answer is wanted and who would hang up is played on as a ghost, who keeps his place and takes nobody's
 * time; so is one caller a queue who would call just now. So a wait does not look short because the patient alone are seen.
 */
final class Play {

    private final Picture picture;
    private final long endMs;
    private final Agenda agenda = new Agenda();
    private final PlayedCalls calls = new PlayedCalls();
    private final Lines lines;
    private final PlayedAgents agents;
    private final Callers callers;
    private final Outcome outcome;
    private SplittableRandom chance;

    /** @param aheadMs how far it is played */
    Play(Picture picture, long aheadMs) {
        this.picture = picture;
        this.endMs = picture.nowMs() + aheadMs;
        lines = new Lines(picture, calls);
        agents = new PlayedAgents(picture, agenda);
        callers = new Callers(picture, calls, agenda, endMs);
        outcome = new Outcome(picture, calls, endMs);
    }

    /** One play; the same seed gives the same. What came of it holds until the next one. */
    Outcome play(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        chance = root.split();
        agenda.begin(picture.nowMs());
        calls.clear();
        lines.clear();
        outcome.clear();
        agents.begin(root.split());
        callers.begin(chance);
        beginCalls();
        callers.expect();
        while (agenda.hasUntil(endMs)) {
            int who = agenda.who();
            happen(agenda.next(), who);
        }
        outcome.settleTheRest();
        return outcome;
    }

    private void beginCalls() {
        for (int i = 0; i < picture.calls().size(); i++) {
            Picture.Call seen = picture.calls().get(i);
            Picture.Queue queue = picture.queues().get(seen.queue());
            int call = callers.seen(i);
            long elapsedMs = Math.max(0, agenda.nowMs() - seen.sinceMs());
            switch (seen.stage()) {
                case FLOW -> agenda.add(agenda.nowMs() - elapsedMs + queue.flow().drawBeyond(elapsedMs, chance),
                        Agenda.What.ENTERS, call);
                case RINGING -> ringsOn(call, seen, queue, elapsedMs);
                case WAITING, TALKING, ELSEWHERE -> enter(call);
            }
        }
    }

    /** The longer a phone has rung, the likelier it is that nobody is there. */
    private void ringsOn(int call, Picture.Call seen, Picture.Queue queue, long elapsedMs) {
        if (seen.agent() < 0) {
            enter(call);
            return;
        }
        double missed = queue.missed() / (queue.missed() + (1 - queue.missed()) * queue.pickUp().beyond(elapsedMs));
        boolean misses = calls.luck[call] < missed;
        calls.luck[call] = 1;
        if (misses) {
            missed(call, seen.agent(), Math.max(agenda.nowMs(), seen.sinceMs() + queue.ringMs()));
        } else {
            pickedUp(call, seen.agent(), agenda.nowMs() - elapsedMs + queue.pickUp().drawBeyond(elapsedMs, chance));
        }
    }

    private void happen(Agenda.What what, int who) {
        switch (what) {
            case FREE -> free(who);
            case ENTERS -> enter(who);
            case ARRIVES -> callers.arrive(who);
            case OPENS -> opens(who);
        }
    }

    private void enter(int call) {
        if (isGone(call)) {
            return;
        }
        int agent = freeFor(call);
        if (agent >= 0) {
            serve(call, agent);
        } else if (!takesCallback(call)) {
            stand(call);
        }
    }

    /** Whether the caller has hung up by now; one whose answer is wanted is a ghost from now on. */
    private boolean isGone(int call) {
        return !calls.ghost[call] && calls.giveUpMs[call] <= agenda.nowMs() && leaves(call, calls.giveUpMs[call]);
    }

    private boolean takesCallback(int call) {
        double share = picture.queues().get(calls.queue[call]).callback();
        return share > 0 && !calls.ghost[call] && chance.nextDouble() < share && leaves(call, agenda.nowMs());
    }

    /** The caller leaves the line; whether there is not even a ghost of him. */
    private boolean leaves(int call, long atMs) {
        outcome.settle(call, false, atMs);
        calls.ghost[call] = true;
        return calls.tracked[call] < 0;
    }

    private void stand(int call) {
        int q = calls.queue[call];
        lines.stand(q, call);
        Picture.Queue queue = picture.queues().get(q);
        double luck = calls.ringLuck[call];
        for (int ring = queue.open(calls.deadlineMs[call] - agenda.nowMs(), luck); ring < queue.rings().length; ring++) {
            agenda.add(calls.deadlineMs[call] - queue.openLeft(ring, luck), Agenda.What.OPENS, q);
        }
    }

    /** A ring has opened for somebody who stands in this line. */
    private void opens(int q) {
        Row line = lines.of(q);
        for (int place = 0; place < line.size(); place++) {
            int call = line.get(place);
            int agent = isGone(call) ? -1 : freeFor(call);
            if (agent >= 0) {
                line.remove(place--);
                serve(call, agent);
            }
        }
    }

    /** Who gets the call if it does not have to wait; -1 if it has. A ghost takes nobody away. */
    private int freeFor(int call) {
        int[] kinds = calls.kinds(call, picture.queues().get(calls.queue[call]), agenda.nowMs());
        return agents.longestFree(kinds, !calls.ghost[call]);
    }

    private void free(int agent) {
        if (agents.leaves(agent)) {
            return;
        }
        int kind = agents.kind(agent);
        long nowMs = agenda.nowMs();
        for (int call = lines.next(kind, nowMs); call >= 0; call = lines.next(kind, nowMs)) {
            if (isGone(call)) {
                continue;
            }
            boolean takesHim = !calls.ghost[call];
            serve(call, agent);
            if (takesHim) {
                return;
            }
        }
        agents.idles(agent);
    }

    private void serve(int call, int agent) {
        Picture.Queue queue = picture.queues().get(calls.queue[call]);
        boolean misses = calls.luck[call] < queue.missed();
        calls.luck[call] = 1;
        if (misses) {
            missed(call, agent, agenda.nowMs() + queue.ringMs());
        } else {
            pickedUp(call, agent, agenda.nowMs() + calls.pickUpMs[call]);
        }
    }

    private void missed(int call, int agent, long atMs) {
        if (!calls.ghost[call]) {
            agents.release(agent, Math.min(atMs, calls.giveUpMs[call]));
        }
        agenda.add(atMs, Agenda.What.ENTERS, call);
    }

    private void pickedUp(int call, int agent, long atMs) {
        outcome.answered(call, atMs);
        if (calls.ghost[call]) {
            return;
        }
        boolean stays = calls.giveUpMs[call] >= atMs;
        outcome.settle(call, stays && atMs <= calls.deadlineMs[call], stays ? atMs : calls.giveUpMs[call]);
        agents.release(agent, stays ? atMs + calls.holdsMs[call] : calls.giveUpMs[call]);
    }
}
