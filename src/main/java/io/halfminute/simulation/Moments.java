package io.halfminute.simulation;

import java.util.Arrays;

/** What happens when, the earliest first: a binary heap of plain numbers, since a run takes millions of them. */
final class Moments {

    private long[] at = new long[64];
    private int[] what = new int[64];
    private int size;

    /** When the next one is; {@link Law#FOREVER_MS} if none is. */
    long next() {
        return size == 0 ? Law.FOREVER_MS : at[0];
    }

    void add(long when, int which) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            what = Arrays.copyOf(what, 2 * size);
        }
        int hole = size++;
        while (hole > 0 && at[(hole - 1) / 2] > when) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        put(hole, when, which);
    }

    /** Which one the next is; it is taken away. */
    int take() {
        int taken = what[0];
        size--;
        sink(at[size], what[size]);
        return taken;
    }

    private void sink(long when, int which) {
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && at[child + 1] < at[child]) {
                child++;
            }
            if (at[child] >= when) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, when, which);
    }

    private void move(int from, int to) {
        at[to] = at[from];
        what[to] = what[from];
    }

    private void put(int where, long when, int which) {
        at[where] = when;
        what[where] = which;
    }
}
