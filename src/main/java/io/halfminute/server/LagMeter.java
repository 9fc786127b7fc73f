package io.halfminute.server;

import java.util.concurrent.TimeUnit;

/**
 * The longest that something had to wait in the present second and the one before. One thread at a time notes; what any other
 * reads may be a moment old.
 */
final class LagMeter {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private volatile long secondBegan;
    private volatile long worst;
    private volatile long worstBefore;

    /** Something had waited for so long when its turn came at {@code now}; nanoseconds of a clock that runs forward. */
    void note(long lag, long now) {
        if (now - secondBegan >= SECOND) {
            worstBefore = now - secondBegan < 2 * SECOND ? worst : 0;
            worst = 0;
            secondBegan = now;
        }
        if (lag > worst) {
            worst = lag;
        }
    }

    /** In milliseconds; 0 when nothing had to wait. */
    long worstMs(long now) {
        long past = now - secondBegan;
        long lately = past < SECOND ? Math.max(worst, worstBefore) : past < 2 * SECOND ? worst : 0;
        return TimeUnit.NANOSECONDS.toMillis(lately);
    }
}
