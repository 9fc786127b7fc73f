package io.halfminute.server;

import io.halfminute.config.BoardConfig;

/**
 * Whether the server leaves out what is least needed. As soon as the machine is late, boards are made less often, nothing is
 * foretold, and nobody is told how long he will wait, so that the processor is there for the calls; when it has not been late
 * for a while all is as before. One thread looks, any asks.
 */
final class Shedding {

    private final BoardConfig.Slowing spec;
    private volatile boolean on;
    private long lastLateMs;

    Shedding(BoardConfig.Slowing spec) {
        this.spec = spec;
    }

    /**
     * One look.
     *
     * @param lagMs    how late the machine is
     * @param steadyMs a clock that only runs forward
     */
    void look(long lagMs, long steadyMs) {
        if (lagMs >= spec.from().toMillis()) {
            on = true;
            lastLateMs = steadyMs;
        } else if (on && steadyMs - lastLateMs >= spec.stays().toMillis()) {
            on = false;
        }
    }

    /** Whether it does at present. */
    boolean isOn() {
        return on;
    }

    /** A new board at most once in so many milliseconds. @param usually when nothing is left out */
    int boardEveryMs(int usually) {
        return on ? Math.max(usually, Math.toIntExact(spec.refresh().toMillis())) : usually;
    }
}
