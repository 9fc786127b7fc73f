package io.halfminute.view;

import io.halfminute.pbx.CallId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The calls that live, and the ids of the last ones that ended. Both are bounded. */
final class Calls {

    private final int maxLive;
    private final int maxEnded;
    private final Map<CallId, LiveCall> live = new LinkedHashMap<>();
    private final Set<CallId> ended = new HashSet<>();
    private final Deque<CallId> endedInOrder = new ArrayDeque<>();

    Calls(int maxLive, int maxEnded) {
        this.maxLive = maxLive;
        this.maxEnded = maxEnded;
    }

    /** Whether the call lives or ended lately: what arrives under its id is an echo. */
    boolean knows(CallId id) {
        return live.containsKey(id) || ended.contains(id);
    }

    /** The call if it lives, else null. */
    LiveCall get(CallId id) {
        return id == null ? null : live.get(id);
    }

    /** Takes a call in; one that is given up for it, because there are too many, is returned, else null. */
    LiveCall add(LiveCall call) {
        live.put(call.id, call);
        return live.size() > maxLive ? end(eldest()) : null;
    }

    /** The call is over. */
    LiveCall end(CallId id) {
        LiveCall call = live.remove(id);
        if (call != null && ended.add(id)) {
            endedInOrder.add(id);
            if (endedInOrder.size() > maxEnded) {
                ended.remove(endedInOrder.remove());
            }
        }
        return call;
    }

    Collection<LiveCall> all() {
        return live.values();
    }

    private CallId eldest() {
        Iterator<CallId> ids = live.keySet().iterator();
        return ids.next();
    }
}
