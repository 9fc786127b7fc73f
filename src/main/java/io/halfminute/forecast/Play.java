package io.halfminute.forecast;

import java.util.Arrays;
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

    private static final int FREE = 0;
    private static final int ENTERS = 1;
    private static final int ARRIVES = 2;
    private static final int OPENS = 3;

    private final Picture picture;
    private final long endMs;
    private final Agenda agenda = new Agenda();
    private final PlayedCalls calls = new PlayedCalls();
    private final Lines lines;
    private final Row[] idle;
    private final long[] leavesAtMs;
    private final boolean[] followed;
    private final double[] perMs;
    private final long[] answerMs;
    private final int[] known;
    private final int[] inTime;
    private SplittableRandom callers;
    private SplittableRandom agents;
    private long nowMs;

    /** @param aheadMs how far it is played */
    Play(Picture picture, long aheadMs) {
        this.picture = picture;
        this.endMs = picture.nowMs() + aheadMs;
        int queues = picture.queues().size();
        lines = new Lines(picture, calls);
        idle = Row.rows(picture.classes());
        leavesAtMs = new long[picture.agents().size()];
        followed = new boolean[picture.agents().size()];
        perMs = new double[queues];
        answerMs = new long[picture.calls().size() + queues];
        known = new int[queues];
        inTime = new int[queues];
    }

    /** One play; the same seed gives the same. */
    void play(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        callers = root.split();
        agents = root.split();
        clear();
        nowMs = picture.nowMs();
        beginAgents();
        beginCalls();
        beginArrivals();
        while (!agenda.isEmpty() && agenda.nextMs() <= endMs) {
            nowMs = agenda.nextMs();
            happen(agenda.next());
        }
        settleTheRest();
    }

    /** When each call of the picture was answered, and then, for each queue, one that came just now; NEVER if not by the end. */
    long[] answers() {
        return answerMs;
    }

    /** Of how many calls it became known whether they were in time, by queue. */
    int[] known() {
        return known;
    }

    /** How many of these were. */
    int[] inTime() {
        return inTime;
    }

    private void clear() {
        agenda.clear();
        calls.clear();
        lines.clear();
        for (Row row : idle) {
            row.clear();
        }
        Arrays.fill(followed, false);
        Arrays.fill(answerMs, Picture.NEVER);
        Arrays.fill(known, 0);
        Arrays.fill(inTime, 0);
    }

    private void beginAgents() {
        for (int i = 0; i < leavesAtMs.length; i++) {
            Picture.Agent agent = picture.agents().get(i);
            leavesAtMs[i] = nowMs + untilLeave();
            switch (agent.doing().what()) {
                case RINGS -> { }
                case FREE, BUSY, WRAP_UP, PAUSED -> {
                    if (agent.busy() == null) {
                        idle[agent.kind()].add(i);
                    } else {
                        release(i, nowMs + busyMs(agent));
                    }
                }
            }
        }
    }

    private long untilLeave() {
        return picture.leavesPerMs() <= 0 ? Picture.NEVER
                : Math.round(-Math.log(1 - agents.nextDouble()) / picture.leavesPerMs());
    }

    private long busyMs(Picture.Agent agent) {
        long ms = Math.min(agent.mostMs(), agent.busy().drawBeyond(agent.elapsedMs(), agents) - agent.elapsedMs());
        return Math.max(0, ms) + (agent.wrapUp() == null ? 0 : agent.wrapUp().draw(agents));
    }

    /** What he does now, or the call that he gets, ends then; what he wished for follows once. */
    private void release(int agent, long atMs) {
        if (followed[agent]) {
            agenda.add(atMs, FREE | agent << 2);
            return;
        }
        followed[agent] = true;
        Picture.Agent who = picture.agents().get(agent);
        if (!who.leaves()) {
            agenda.add(who.away() == null ? atMs : atMs + who.away().draw(agents), FREE | agent << 2);
        }
    }

    private void beginCalls() {
        for (int i = 0; i < picture.calls().size(); i++) {
            Picture.Call seen = picture.calls().get(i);
            Picture.Queue queue = picture.queues().get(seen.queue());
            int call = calls.add(queue, seen.queue(), seen.arrivedMs(), seen.deadlineMs(), nowMs - seen.arrivedMs(), callers);
            calls.tracked[call] = i;
            calls.settled[call] = seen.settled();
            calls.open[call] = Math.min(seen.open(), queue.rings().length);
            calls.ringLuck[call] *= notYet(queue, calls.open[call], seen.deadlineMs() - nowMs);
            long elapsedMs = Math.max(0, nowMs - seen.sinceMs());
            switch (seen.stage()) {
                case FLOW -> agenda.add(nowMs - elapsedMs + queue.flow().drawBeyond(elapsedMs, callers), ENTERS | call << 2);
                case RINGING -> ringsOn(call, seen, queue, elapsedMs);
                case WAITING, TALKING, ELSEWHERE -> enter(call);
            }
        }
    }

    /** Of how many calls the next ring is not open with so much time left. */
    private static double notYet(Picture.Queue queue, int open, long leftMs) {
        return open == queue.rings().length || queue.lately()[open] == null ? 1
                : 1 - queue.lately()[open].beyond(leftMs - 1);
    }

    /** The longer a phone has rung, the likelier it is that nobody is there. */
    private void ringsOn(int call, Picture.Call seen, Picture.Queue queue, long elapsedMs) {
        if (seen.agent() < 0) {
            enter(call);
            return;
        }
        double missed = queue.missed() / (queue.missed() + (1 - queue.missed()) * queue.pickUp().beyond(elapsedMs));
        if (calls.luck[call] < missed) {
            calls.luck[call] = 1;
            missed(call, seen.agent(), Math.max(nowMs, seen.sinceMs() + queue.ringMs()));
        } else {
            calls.luck[call] = 1;
            pickedUp(call, seen.agent(), nowMs - elapsedMs + queue.pickUp().drawBeyond(elapsedMs, callers));
        }
    }

    private void beginArrivals() {
        int first = picture.calls().size();
        for (int q = 0; q < perMs.length; q++) {
            Picture.Queue queue = picture.queues().get(q);
            int probe = calls.add(queue, q, nowMs, nowMs + queue.targetMs(), 0, callers);
            calls.tracked[probe] = first + q;
            calls.ghost[probe] = true;
            calls.settled[probe] = true;
            agenda.add(nowMs + queue.flow().draw(callers), ENTERS | probe << 2);
            perMs[q] = queue.expected().perMs()
                    * Math.max(0, 1 + callers.nextGaussian() / Math.sqrt(queue.expected().worth()));
            planArrival(q);
        }
    }

    private void planArrival(int q) {
        if (perMs[q] > 0) {
            long ms = Math.round(-Math.log(1 - callers.nextDouble()) / perMs[q]);
            if (ms < endMs - nowMs) {
                agenda.add(nowMs + ms, ARRIVES | q << 2);
            }
        }
    }

    private void happen(int what) {
        int which = what >> 2;
        switch (what & 3) {
            case FREE -> free(which);
            case ENTERS -> enter(which);
            case ARRIVES -> arrive(which);
            default -> opens(which);
        }
    }

    private void arrive(int q) {
        Picture.Queue queue = picture.queues().get(q);
        int call = calls.add(queue, q, nowMs, nowMs + queue.targetMs(), 0, callers);
        agenda.add(nowMs + queue.flow().draw(callers), ENTERS | call << 2);
        planArrival(q);
    }

    private void enter(int call) {
        if (isGone(call)) {
            return;
        }
        int agent = idleFor(call);
        if (agent >= 0) {
            serve(call, agent);
        } else if (!takesCallback(call)) {
            stand(call);
        }
    }

    /** Whether the caller has hung up by now; one whose answer is wanted is a ghost from now on. */
    private boolean isGone(int call) {
        if (calls.ghost[call] || calls.giveUpMs[call] > nowMs) {
            return false;
        }
        settle(call, false, calls.giveUpMs[call]);
        calls.ghost[call] = true;
        return calls.tracked[call] < 0;
    }

    private boolean takesCallback(int call) {
        double share = picture.queues().get(calls.queue[call]).callback();
        if (share <= 0 || calls.ghost[call] || callers.nextDouble() >= share) {
            return false;
        }
        settle(call, false, nowMs);
        calls.ghost[call] = true;
        return calls.tracked[call] < 0;
    }

    private void stand(int call) {
        int q = calls.queue[call];
        lines.stand(q, call);
        Picture.Queue queue = picture.queues().get(q);
        double luck = calls.ringLuck[call];
        for (int ring = queue.open(calls.deadlineMs[call] - nowMs, luck); ring < queue.rings().length; ring++) {
            agenda.add(calls.deadlineMs[call] - queue.openLeft(ring, luck), OPENS | q << 2);
        }
    }

    /** A ring has opened for somebody who stands in this line. */
    private void opens(int q) {
        Row line = lines.of(q);
        for (int place = 0; place < line.size(); place++) {
            int call = line.get(place);
            int agent = isGone(call) ? -1 : idleFor(call);
            if (agent >= 0) {
                line.remove(place--);
                serve(call, agent);
            }
        }
    }

    /** The best class that has somebody free, and in it who has waited longest; -1 if there is nobody. */
    private int idleFor(int call) {
        Picture.Queue queue = picture.queues().get(calls.queue[call]);
        int[] kinds = calls.kinds(call, queue, nowMs);
        for (int kind : kinds) {
            while (!idle[kind].isEmpty()) {
                int agent = calls.ghost[call] ? idle[kind].get(0) : idle[kind].removeFirst();
                if (isThere(agent)) {
                    return agent;
                }
                if (calls.ghost[call]) {
                    idle[kind].removeFirst();
                }
                agenda.add(leavesAtMs[agent], FREE | agent << 2);
                leavesAtMs[agent] += untilLeave();
            }
        }
        return -1;
    }

    /** Whether he has not left for a break meanwhile; if he has, {@link #leavesAtMs} is when he comes back. */
    private boolean isThere(int agent) {
        while (leavesAtMs[agent] <= nowMs) {
            leavesAtMs[agent] += picture.absence().draw(agents);
            if (leavesAtMs[agent] > nowMs) {
                return false;
            }
            leavesAtMs[agent] += untilLeave();
        }
        return true;
    }

    private void free(int agent) {
        if (leavesAtMs[agent] <= nowMs) {
            long backMs = nowMs + picture.absence().draw(agents);
            leavesAtMs[agent] = backMs + untilLeave();
            agenda.add(backMs, FREE | agent << 2);
            return;
        }
        int kind = picture.agents().get(agent).kind();
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
        idle[kind].add(agent);
    }

    private void serve(int call, int agent) {
        Picture.Queue queue = picture.queues().get(calls.queue[call]);
        boolean misses = calls.luck[call] < queue.missed();
        calls.luck[call] = 1;
        if (misses) {
            missed(call, agent, nowMs + queue.ringMs());
        } else {
            pickedUp(call, agent, nowMs + calls.pickUpMs[call]);
        }
    }

    private void missed(int call, int agent, long atMs) {
        if (!calls.ghost[call]) {
            release(agent, Math.min(atMs, calls.giveUpMs[call]));
        }
        agenda.add(atMs, ENTERS | call << 2);
    }

    private void pickedUp(int call, int agent, long atMs) {
        if (calls.tracked[call] >= 0) {
            answerMs[calls.tracked[call]] = atMs;
        }
        if (calls.ghost[call]) {
            return;
        }
        boolean stays = calls.giveUpMs[call] >= atMs;
        settle(call, stays && atMs <= calls.deadlineMs[call], stays ? atMs : calls.giveUpMs[call]);
        release(agent, stays ? atMs + calls.holdsMs[call] : calls.giveUpMs[call]);
    }

    private void settle(int call, boolean good, long atMs) {
        if (!calls.settled[call]) {
            calls.settled[call] = true;
            if (Math.min(atMs, calls.deadlineMs[call]) <= endMs) {
                known[calls.queue[call]]++;
                inTime[calls.queue[call]] += good ? 1 : 0;
            }
        }
    }

    private void settleTheRest() {
        for (int call = 0; call < calls.count; call++) {
            settle(call, false, calls.giveUpMs[call]);
        }
    }
}
