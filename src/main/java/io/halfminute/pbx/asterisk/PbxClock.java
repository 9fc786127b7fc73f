package io.halfminute.pbx.asterisk;

import java.time.InstantSource;
import java.util.function.LongConsumer;

/** The PBX's clock, told from ours by the difference that its last answer to a ping showed. */
final class PbxClock {

    private final InstantSource clock;
    private final LongConsumer told;
    private volatile long aheadMs;

    /** @param told hears each reading of the PBX's clock, before it counts here */
    PbxClock(InstantSource clock, LongConsumer told) {
        this.clock = clock;
        this.told = told;
    }

    long millis() {
        return clock.millis() + aheadMs;
    }

    /** The PBX has just said that it is this late. */
    void set(long pbxMs) {
        told.accept(pbxMs);
        aheadMs = pbxMs - clock.millis();
    }
}
