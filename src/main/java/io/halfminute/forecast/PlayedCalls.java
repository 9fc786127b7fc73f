package io.halfminute.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The calls of one play, in columns that are used over and over. All about a call is drawn when it begins, so that the
 * same callers call in two plays of the same seed, whatever else differs.
 */
final class PlayedCalls {

    int count;
    int[] queue = new int[256];
    /** Whose answer is wanted, by its number there; -1 for nobody's. */
    int[] tracked = new int[256];
    long[] arrivedMs = new long[256];
    long[] deadlineMs = new long[256];
    long[] giveUpMs = new long[256];
    long[] pickUpMs = new long[256];
    long[] holdsMs = new long[256];
    /** Below the queue's share of missed offers the first phone rings in vain. */
    double[] luck = new double[256];
    /** How many rings are open for it at least. */
    int[] open = new int[256];
    /** Whether its rings open rather early, 1, or late, 0. */
    double[] ringLuck = new double[256];
    /** It takes nobody's time: a caller who would have hung up, or who has not called. */
    boolean[] ghost = new boolean[256];
    /** Whether it is known if it was in time. */
    boolean[] settled = new boolean[256];

    void clear() {
        count = 0;
    }

    /** One more call, of which nobody's answer is wanted yet; its number. */
    int add(Picture.Queue of, int queueIndex, long arrived, long deadline, long waitedMs, SplittableRandom chance) {
        if (count == queue.length) {
            grow();
        }
        int call = count++;
        queue[call] = queueIndex;
        tracked[call] = -1;
        arrivedMs[call] = arrived;
        deadlineMs[call] = deadline;
        giveUpMs[call] = arrived + of.patience().drawBeyond(waitedMs, chance);
        pickUpMs[call] = of.pickUp().draw(chance);
        holdsMs[call] = of.talk().draw(chance) + of.wrapUp().draw(chance);
        luck[call] = chance.nextDouble();
        open[call] = 1;
        ringLuck[call] = of.rings().length > 1 ? chance.nextDouble() : 0;
        ghost[call] = false;
        settled[call] = false;
        return call;
    }

    /** The classes of agents whom it may have by now, the best first. */
    int[] kinds(int call, Picture.Queue of, long nowMs) {
        return of.rings()[Math.max(open[call], of.open(deadlineMs[call] - nowMs, ringLuck[call])) - 1];
    }

    private void grow() {
        int size = 2 * queue.length;
        queue = Arrays.copyOf(queue, size);
        tracked = Arrays.copyOf(tracked, size);
        arrivedMs = Arrays.copyOf(arrivedMs, size);
        deadlineMs = Arrays.copyOf(deadlineMs, size);
        giveUpMs = Arrays.copyOf(giveUpMs, size);
        pickUpMs = Arrays.copyOf(pickUpMs, size);
        holdsMs = Arrays.copyOf(holdsMs, size);
        luck = Arrays.copyOf(luck, size);
        open = Arrays.copyOf(open, size);
        ringLuck = Arrays.copyOf(ringLuck, size);
        ghost = Arrays.copyOf(ghost, size);
        settled = Arrays.copyOf(settled, size);
    }
}
