package io.halfminute.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Numbers of leaderships: each larger than every one before it in this data folder, also when the clock has been set back,
 * for the dialplan ignores a server whose number is smaller than the last one that it has seen.
 */
final class Epochs {

    private static final String NAME = "run/epoch";

    private final DataFolder data;
    private final LongSupplier nowMs;

    /** @param nowMs milliseconds since 1970; a data folder that is new begins there, above what an older one had used */
    Epochs(DataFolder data, LongSupplier nowMs) {
        this.data = data;
        this.nowMs = nowMs;
    }

    /** The next number; on the disk before it is used. */
    long next() {
        long next = Math.max(nowMs.getAsLong(), last() + 1);
        data.write(NAME, next + "\n");
        return next;
    }

    private long last() {
        Path file = data.resolve(NAME);
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException unreadable) {
            throw new StartFailure(file + " should hold one number and does not (" + unreadable.getMessage()
                    + "); remove it if this machine's clock has never been set back", unreadable);
        }
    }
}
