package io.halfminute.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits, and how long they took. */
final class Wait {

    private static final long POLL_MS = 50;

    private Wait() {
    }

    static void pause(long ms) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Milliseconds from now until {@code done}; -1 if it was not within {@code most}. What it throws counts as not done. */
    static long until(Duration most, BooleanSupplier done) {
        long begin = System.nanoTime();
        while (!holds(done)) {
            if (sinceMs(begin) > most.toMillis()) {
                return -1;
            }
            pause(POLL_MS);
        }
        return sinceMs(begin);
    }

    /** The same; when it was not, that is a finding, said as {@code what}. */
    static long until(Duration most, BooleanSupplier done, List<Finding> findings, Supplier<String> what) {
        long took = until(most, done);
        if (took < 0) {
            findings.add(new Finding(Finding.Kind.NEVER, what.get()));
        }
        return took;
    }

    /** Milliseconds since a reading of {@code System.nanoTime()}. */
    static long sinceMs(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** A server that is away answers with an exception or with a problem. */
    private static boolean holds(BooleanSupplier done) {
        try {
            return done.getAsBoolean();
        } catch (RuntimeException | AssertionError notNow) {
            return false;
        }
    }
}
