package io.halfminute.forecast;

import io.halfminute.pbx.CallId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers what was foretold, sees what came of it, and sets the bound so that it holds as often as it should: after each
 * one that did not hold a little higher, after each that did a little lower (adaptive conformal inference: Gibbs, Candès
 * 2021). So the model may be wrong in some way that lasts, and callers are still told the truth.
 */
final class Memory implements Scene.Listener {

    /** How far one caller moves the bound's level. */
    private static final double STEP = 0.01;
    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 0.985;
    private static final long COMPARED_EVERY_MS = 60_000;

    private record Foretold(long untilMs, double share, long known, long inTime) {
    }

    private final double sure;
    private final Map<CallId, Long> told = new HashMap<>();
    private final Deque<Foretold> foretold = new ArrayDeque<>();
    private double level;
    private long known;
    private long inTime;
    private long resolved;
    private long held;
    private long compared;
    private double errors;
    private long lastMs = Long.MIN_VALUE / 2;

    Memory(double sure) {
        this.sure = sure;
        this.level = sure;
    }

    /** Which share of plays the bound is to cover. */
    double level() {
        return level;
    }

    /** These waits were foretold; the first bound of each caller is the one that counts. */
    void tell(List<Forecast.Wait> waits) {
        for (Forecast.Wait wait : waits) {
            if (wait.silent() == null) {
                told.putIfAbsent(wait.call(), wait.byMs());
            }
        }
    }

    /** This service level was foretold. */
    void tell(Forecast.Expected hotline, long nowMs, long untilMs) {
        if (hotline.share() != null && nowMs - lastMs >= COMPARED_EVERY_MS) {
            lastMs = nowMs;
            foretold.addLast(new Foretold(untilMs, hotline.share(), known, inTime));
        }
    }

    /** It is so late; forecasts whose time is over are compared with what came. */
    void pass(long nowMs) {
        while (!foretold.isEmpty() && foretold.getFirst().untilMs() <= nowMs) {
            Foretold past = foretold.removeFirst();
            if (known > past.known()) {
                compared++;
                errors += Math.abs(past.share() - (double) (inTime - past.inTime()) / (known - past.known()));
            }
        }
    }

    @Override
    public void settled(SeenCall call, boolean wasInTime, long atMs) {
        pass(atMs);
        known++;
        inTime += wasInTime ? 1 : 0;
    }

    @Override
    public void answered(SeenCall call, long atMs) {
        Long byMs = told.remove(call.id);
        if (byMs != null) {
            resolve(atMs <= byMs);
        }
    }

    /** Who hangs up before the bound would perhaps have been answered by it. */
    @Override
    public void left(SeenCall call, long atMs) {
        Long byMs = told.remove(call.id);
        if (byMs != null && atMs > byMs) {
            resolve(false);
        }
    }

    private void resolve(boolean itHeld) {
        resolved++;
        held += itHeld ? 1 : 0;
        level = Math.clamp(level + STEP * (itHeld ? sure - 1 : sure), LOWEST, HIGHEST);
    }

    Forecast.TrackRecord trackRecord() {
        return new Forecast.TrackRecord(resolved, held, compared, compared == 0 ? 0 : errors / compared);
    }
}
