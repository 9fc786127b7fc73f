package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which of several PBXs a command is for: the one where its call is, or all if it is of no call. From any thread.
 *
 * @param <P> a PBX
 */
final class Routes<P> {

    private static final int MOST_BEGUN = 10_000;

    private final Map<PbxId, P> all;
    private final P first;
    private final BiPredicate<P, CallId> has;
    /** The last calls that were begun here: no PBX may have told of them yet. */
    private final Map<CallId, P> begun = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, P> eldest) {
            return size() > MOST_BEGUN;
        }
    });

    /**
     * @param all in the configuration's order, at least one
     * @param has whether the call is at that PBX
     */
    Routes(Map<PbxId, P> all, BiPredicate<P, CallId> has) {
        this.all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        this.first = this.all.values().iterator().next();
        this.has = has;
    }

    /** A call that is begun by this command is where it was begun from now on. */
    Collection<P> of(PbxCommand command) {
        if (all.size() == 1) {
            return all.values();
        }
        if (command instanceof PbxCommand.CallBack callBack) {
            P there = all.getOrDefault(callBack.pbx(), first);
            begun.put(callBack.call(), there);
            return List.of(there);
        }
        return command instanceof PbxCommand.OfCall ofCall ? List.of(where(ofCall.call())) : all.values();
    }

    /** One that nobody has is gone, and any will say so. */
    private P where(CallId call) {
        P begunAt = begun.get(call);
        return begunAt != null ? begunAt
                : all.values().stream().filter(pbx -> has.test(pbx, call)).findFirst().orElse(first);
    }
}
