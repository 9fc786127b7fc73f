package io.halfminute.acd;

import io.halfminute.call.BrandId;
import io.halfminute.call.CallState;
import io.halfminute.pbx.CallId;
import java.util.HashMap;
import java.util.Map;

/**
 * The callers who take up room: from the arrival on, in the flow, waiting, offered, in the fallback, talking. Who is on his way
 * out, hears that he cannot be taken, or is sent to an outside number does not count, nor do calls of our own. Who is refused
 * never gets in, so that a flood of callers who are turned away turns nobody away who would fit.
 */
final class House {

    private final Map<CallId, BrandId> inside = new HashMap<>();
    private final Map<BrandId, Integer> ofBrand = new HashMap<>();

    /** How many there are. */
    int size() {
        return inside.size();
    }

    /** Whether the shop behind this number may have no more. */
    boolean isFull(Setup.Destination led) {
        return led.mostCalls() > 0 && ofBrand.getOrDefault(led.brand(), 0) >= led.mostCalls();
    }

    /** Takes in where a call stands after a step. @param live null when it is gone */
    void settle(CallId id, LiveCall live) {
        boolean was = inside.containsKey(id);
        boolean is = live != null && takesRoom(live);
        if (is && !was) {
            inside.put(id, live.call.brand());
            ofBrand.merge(live.call.brand(), 1, Integer::sum);
        } else if (was && !is) {
            ofBrand.computeIfPresent(inside.remove(id), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private static boolean takesRoom(LiveCall live) {
        CallState at = live.call.state();
        return live.place != null && !live.isOutgoing() && at != CallState.LEAVING && at != CallState.ENDED;
    }
}
