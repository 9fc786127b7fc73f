package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxId;
import java.util.HashMap;
import java.util.Map;

/** Which PBXs the machine says that it hears, since when, and which call is where; for the checkers. */
final class HeardLinks {

    private final Map<PbxId, Long> upSinceMs = new HashMap<>();
    private final Map<CallId, PbxId> calls = new HashMap<>();

    void see(AcdEvent event, long nowMs) {
        switch (event) {
            case AcdEvent.LinkChanged link when link.up() -> upSinceMs.put(link.pbx(), nowMs);
            case AcdEvent.LinkChanged link -> upSinceMs.remove(link.pbx());
            case AcdEvent.CallArrived arrived -> calls.put(arrived.call(), arrived.pbx());
            case AcdEvent.CallbackTried tried -> calls.put(tried.call(), tried.pbx());
            case AcdEvent.CallEnded ended -> calls.remove(ended.call());
            default -> { }
        }
    }

    boolean isUp(CallId call) {
        return upSinceMs.containsKey(calls.get(call));
    }

    /** Whether the call's PBX has been heard for longer than {@code ms}. */
    boolean isUpFor(CallId call, long ms, long nowMs) {
        Long since = upSinceMs.get(calls.get(call));
        return since != null && since + ms < nowMs;
    }
}
