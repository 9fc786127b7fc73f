package io.halfminute.simulation;

import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackState;
import io.halfminute.pbx.CallId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of each customer who was promised to be called back. */
final class Promises {

    private final Map<CallbackId, Promise> all = new TreeMap<>();
    private final Map<CallId, CallbackId> tries = new HashMap<>();

    /** @param untilTalkMs from his first arrival to the talk; 0 if there was none */
    record Promise(CallbackState state, long sinceMs, long untilTalkMs) {
    }

    void see(Callback now) {
        Promise before = all.get(now.id());
        all.put(now.id(), new Promise(now.state(), now.request().sinceMs(), before == null ? 0 : before.untilTalkMs()));
        if (now.state() == CallbackState.UNDER_WAY) {
            tries.put(now.call(), now.id());
        }
    }

    void reached(CallId call, long atMs) {
        CallbackId id = tries.remove(call);
        if (id != null) {
            all.computeIfPresent(id, (_, promise) -> new Promise(promise.state(), promise.sinceMs(), atMs - promise.sinceMs()));
        }
    }

    List<Day.CalledBack> all() {
        return all.values().stream().map(each -> new Day.CalledBack(each.untilTalkMs() > 0, each.untilTalkMs())).toList();
    }
}
