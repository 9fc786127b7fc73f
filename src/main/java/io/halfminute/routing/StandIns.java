package io.halfminute.routing;

import java.util.Arrays;

/**
 * How many of those who are idle could stand in for one of them: in each queue that he serves the others who serve it are
 * counted, and where they are fewest decides, since that queue's next caller is the one who would wait.
 */
final class StandIns {

    /** So many others are enough: whom more could stand in for is not scarce. */
    static final int ENOUGH = 10;

    private final Grid grid;
    private int[] idle = new int[64];

    StandIns(Grid grid) {
        this.grid = grid;
    }

    /** One more of this profile is idle, or one less. */
    void count(int profile, int by) {
        for (int queue : grid.queuesOf(profile)) {
            if (queue >= idle.length) {
                idle = Arrays.copyOf(idle, 2 * queue);
            }
            idle[queue] += by;
        }
    }

    /** Everybody will be counted anew. */
    void clear() {
        Arrays.fill(idle, 0);
    }

    /** Who could stand in for an idle one of this profile while he has a call of this kind; at most {@link #ENOUGH}. */
    int of(int profile, int kind) {
        int besides = grid.queueOf(kind);
        int fewest = ENOUGH;
        for (int queue : grid.queuesOf(profile)) {
            if (queue != besides) {
                fewest = Math.min(fewest, idle[queue] - 1);
            }
        }
        return fewest;
    }
}
