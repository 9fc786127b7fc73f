package io.halfminute.forecast;

import java.util.Arrays;

/** What happens when, in a heap of plain numbers that is used over and over. */
final class Agenda {

    private long[] times = new long[256];
    private int[] whats = new int[256];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** When the next thing happens; only if there is one. */
    long nextMs() {
        return times[0];
    }

    void add(long atMs, int what) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            whats = Arrays.copyOf(whats, 2 * size);
        }
        int at = size++;
        while (at > 0 && times[(at - 1) / 2] > atMs) {
            put(at, times[(at - 1) / 2], whats[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, atMs, what);
    }

    /** The next thing; it is taken out. */
    int next() {
        int first = whats[0];
        size--;
        if (size > 0) {
            sink(times[size], whats[size]);
        }
        return first;
    }

    private void sink(long atMs, int what) {
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
            put(at, times[child], whats[child]);
            at = child;
        }
        put(at, atMs, what);
    }

    private void put(int at, long atMs, int what) {
        times[at] = atMs;
        whats[at] = what;
    }
}
