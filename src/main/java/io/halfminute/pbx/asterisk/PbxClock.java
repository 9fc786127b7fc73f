package io.halfminute.pbx.asterisk;

import java.time.InstantSource;

/** The PBX's clock, told from ours by the difference that its last answer to a ping showed. */
final class PbxClock {

    private final InstantSource clock;
    private volatile long aheadMs;

    PbxClock(InstantSource clock) {
        this.clock = clock;
    }

    long millis() {
        return clock.millis() + aheadMs;
    }

    /** The PBX has just said that it is this late. */
    void set(long pbxMs) {
        aheadMs = pbxMs - clock.millis();
    }
}
