package io.halfminute.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time by which the hotline lives: the machine's at the start, counted on from there on a clock that nobody sets, and kept
 * with the PBX, whose clock says when something happened to a call. So a machine whose clock is set, by an hour or a day,
 * changes no deadline and no duration. When the PBX's own clock is set there is no way but to follow: its callers' times are
 * those from then on.
 */
final class HotlineClock implements InstantSource {

    private static final Logger LOG = LoggerFactory.getLogger(HotlineClock.class);
    /** What an answer's way through a busy network may change. */
    private static final long JITTER_MS = 1_000;
    /** Of a difference within that, this part is made up for at each reading, so that nothing jumps. */
    private static final int PARTS = 8;

    private final LongSupplier nanoTime;
    private final long startNanos;
    private final AtomicLong startMs;

    HotlineClock() {
        this(InstantSource.system().millis(), System::nanoTime);
    }

    /**
     * @param nowMs    milliseconds since 1970
     * @param nanoTime a clock that nobody sets
     */
    HotlineClock(long nowMs, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
        this.startMs = new AtomicLong(nowMs);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return startMs.get() + TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - startNanos);
    }

    /** The PBX has just said that it is this late. */
    void heard(long pbxMs) {
        long differsMs = pbxMs - millis();
        if (Math.abs(differsMs) <= JITTER_MS) {
            startMs.addAndGet(differsMs / PARTS);
        } else {
            LOG.warn("The PBX's clock is {} ms {} the hotline's and counts from now on", Math.abs(differsMs),
                    differsMs > 0 ? "ahead of" : "behind");
            startMs.addAndGet(differsMs);
        }
    }
}
