package io.halfminute.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers of leaderships: each larger than every one before it in this data folder, also when the clock has been set back,
 * for the dialplan ignores a server whose number is smaller than the last one that it has seen.
 */
final class Epochs {

    private static final Logger LOG = LoggerFactory.getLogger(Epochs.class);
    private static final String NAME = "run/epoch";
    /** Offers are numbered from the epoch on; after a clock that was set back there is room for those of the run before. */
    private static final long LEAP_MS = Duration.ofDays(1).toMillis();

    private final DataFolder data;
    private final LongSupplier nowMs;

    /** @param nowMs milliseconds since 1970; a data folder that is new begins there, above what an older one had used */
    Epochs(DataFolder data, LongSupplier nowMs) {
        this.data = data;
        this.nowMs = nowMs;
    }

    /** The next number; on the disk before it is used. */
    long next() {
        long now = nowMs.getAsLong();
        long last = last();
        long next = now > last ? now : last + LEAP_MS;
        data.write(NAME, next + "\n");
        return next;
    }

    private long last() {
        Path file = data.resolve(NAME);
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException unreadable) {
            // Cut off by a power failure, perhaps; the hotline does not stay closed for it.
            LOG.warn("{} should hold one number and does not ({}); the clock decides alone", file, unreadable.getMessage());
            return 0;
        }
    }
}
