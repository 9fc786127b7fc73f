package io.halfminute.forecast;

import java.util.Arrays;

/**
 * The clock of one {@link Play} and what is going to happen on it: a heap of plain numbers, used over and over, since a
 * forecast plays some hundred thousand such things in its tenth of a second.
 */
final class Agenda {

    /** What can happen, and to whom. */
    enum What {
        /** An agent has nothing more to do. */
        FREE,
        /** A caller comes into the line, or back to it. */
        ENTERS,
        /** A queue is called. */
        ARRIVES,
        /** A ring opens for somebody in a queue's line. */
        OPENS
    }

    private static final What[] ALL = What.values();

    private long[] times = new long[256];
    private int[] things = new int[256];
    private int size;
    private long nowMs;

    /** Nothing is going to happen; it is {@code nowMs}. */
    void begin(long startMs) {
        size = 0;
        nowMs = startMs;
    }

    long nowMs() {
        return nowMs;
    }

    /** @param who an agent, a caller or a queue by its number */
    void add(long atMs, What what, int who) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            things = Arrays.copyOf(things, 2 * size);
        }
        int at = size++;
        while (at > 0 && times[(at - 1) / 2] > atMs) {
            put(at, times[(at - 1) / 2], things[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, atMs, who * ALL.length + what.ordinal());
    }

    /** Whether something happens until then. */
    boolean hasUntil(long untilMs) {
        return size > 0 && times[0] <= untilMs;
    }

    /** To whom the next thing happens. */
    int who() {
        return things[0] / ALL.length;
    }

    /** Goes to the next thing; it is taken out. */
    What next() {
        nowMs = times[0];
        What first = ALL[things[0] % ALL.length];
        size--;
        if (size > 0) {
            sink(times[size], things[size]);
        }
        return first;
    }

    private void sink(long atMs, int thing) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (times[child] >= atMs) {
                break;
            }
            put(at, times[child], things[child]);
            at = child;
        }
        put(at, atMs, thing);
    }

    private void put(int at, long atMs, int thing) {
        times[at] = atMs;
        things[at] = thing;
    }
}
