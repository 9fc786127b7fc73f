package io.halfminute.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;

/**
 * What was read of the processors while callers were coming, at equal distances.
 *
 * @param before  the machine's load averages before it began: who else was at work
 * @param samples the first at the begin of what counts, the last at its end
 */
record Load(String before, List<Sample> samples) {

    private static final long EVERY_MS = 2_000;

    /** Processor time so far, in milliseconds. */
    record Sample(long atUs, long asterisk, long server, long database, long busy, long whole) {
    }

    /** Watches for so many seconds. */
    static Load watch(Bed bed, String before, int seconds) {
        List<Sample> samples = new ArrayList<>(List.of(bed.sample()));
        for (long left = TimeUnit.SECONDS.toMillis(seconds); left > 0; left -= EVERY_MS) {
            pause(Math.min(left, EVERY_MS));
            samples.add(bed.sample());
        }
        return new Load(before, samples);
    }

    static void pause(long ms) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** From the first sample to the last. */
    Span span() {
        return new Span(samples.getFirst().atUs(), samples.getLast().atUs());
    }

    /** Processor time for each completed call, in milliseconds: the stretches between two samples, and how many calls. */
    Stats perCall(List<SipMessage> phones, ToLongFunction<Sample> what) {
        List<Double> each = new ArrayList<>();
        for (int n = 1; n < samples.size(); n++) {
            Sample begin = samples.get(n - 1);
            Sample end = samples.get(n);
            int calls = Delays.completed(phones, new Span(begin.atUs(), end.atUs()));
            if (calls > 0) {
                each.add((what.applyAsLong(end) - what.applyAsLong(begin)) / (double) calls);
            }
        }
        return Stats.of(each, Delays.completed(phones, span()));
    }

    /** The share of the machine's processors that was busy, with whatever. */
    double busyShare() {
        Sample begin = samples.getFirst();
        Sample end = samples.getLast();
        return (end.busy() - begin.busy()) / (double) Math.max(1, end.whole() - begin.whole());
    }
}
