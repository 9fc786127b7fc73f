package io.halfminute.pbx.asterisk;

import java.util.function.BooleanSupplier;

/**
 * How it stands with whoever takes the decisions; asked often, answered at once.
 *
 * @param alive whether he is well; while he is not, no heartbeat is sent and the dialplan brings callers to agents by itself
 * @param leads whether he leads beyond doubt; while he does not, nothing is sent at all, for somebody else may
 */
public record Standing(BooleanSupplier alive, BooleanSupplier leads) {

    /** The only server there is, and well. */
    public static final Standing ALONE = new Standing(() -> true, () -> true);

    boolean isAlive() {
        return alive.getAsBoolean() && isLeader();
    }

    boolean isLeader() {
        return leads.getAsBoolean();
    }
}
