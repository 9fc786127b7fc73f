package io.halfminute.forecast;

import java.util.SplittableRandom;

/** Who calls in a {@link Play}: those of the picture, for each queue one who calls just now, and those to be expected. */
final class Callers {

    private final Picture picture;
    private final PlayedCalls calls;
    private final Agenda agenda;
    private final long endMs;
    private final double[] perMs;
    private SplittableRandom chance;

    /** @param endMs nobody calls later */
    Callers(Picture picture, PlayedCalls calls, Agenda agenda, long endMs) {
        this.picture = picture;
        this.calls = calls;
        this.agenda = agenda;
        this.endMs = endMs;
        perMs = new double[picture.queues().size()];
    }

    /** A new play, with this chance. */
    void begin(SplittableRandom with) {
        chance = with;
    }

    /** Call number {@code i} of the picture; its number in the play. */
    int seen(int i) {
        Picture.Call seen = picture.calls().get(i);
        Picture.Queue queue = picture.queues().get(seen.queue());
        int call = calls.add(queue, seen.queue(), seen.arrivedMs(), seen.deadlineMs(),
                agenda.nowMs() - seen.arrivedMs(), chance);
        calls.tracked[call] = i;
        calls.settled[call] = seen.settled();
        calls.open[call] = Math.min(seen.open(), queue.rings().length);
        calls.ringLuck[call] *= notYet(queue, calls.open[call], seen.deadlineMs() - agenda.nowMs());
        return call;
    }

    /** Of how many calls the next ring is not open with so much time left. */
    private static double notYet(Picture.Queue queue, int open, long leftMs) {
        return open == queue.rings().length || queue.lately()[open] == null ? 1
                : 1 - queue.lately()[open].beyond(leftMs - 1);
    }

    /** For each queue one who calls just now and takes nobody's time, and how often it is called in this play. */
    void expect() {
        int first = picture.calls().size();
        for (int q = 0; q < perMs.length; q++) {
            Picture.Queue queue = picture.queues().get(q);
            int probe = calling(q);
            calls.tracked[probe] = first + q;
            calls.ghost[probe] = true;
            calls.settled[probe] = true;
            perMs[q] = queue.expected().perMs()
                    * Math.max(0, 1 + chance.nextGaussian() / Math.sqrt(queue.expected().worth()));
            planNext(q);
        }
    }

    /** The queue is called. */
    void arrive(int q) {
        calling(q);
        planNext(q);
    }

    private int calling(int q) {
        Picture.Queue queue = picture.queues().get(q);
        int call = calls.add(queue, q, agenda.nowMs(), agenda.nowMs() + queue.targetMs(), 0, chance);
        agenda.add(agenda.nowMs() + queue.flow().draw(chance), Agenda.What.ENTERS, call);
        return call;
    }

    private void planNext(int q) {
        if (perMs[q] > 0) {
            long ms = Math.round(-Math.log(1 - chance.nextDouble()) / perMs[q]);
            if (ms < endMs - agenda.nowMs()) {
                agenda.add(agenda.nowMs() + ms, Agenda.What.ARRIVES, q);
            }
        }
    }
}
