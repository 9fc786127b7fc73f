package io.halfminute.simulation;

import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;

/** An agent's phone at the simulated PBX. */
final class PlayedPhone {

    final PhoneId id;
    boolean registered = true;
    boolean inPrivateCall;
    /** The caller for whom it rings or with whom it talks; null if none. */
    PlayedCall call;

    PlayedPhone(PhoneId id) {
        this.id = id;
    }

    boolean isFree() {
        return status() == PhoneStatus.IDLE;
    }

    PhoneStatus status() {
        if (!registered) {
            return PhoneStatus.UNREACHABLE;
        }
        return call != null || inPrivateCall ? PhoneStatus.IN_USE : PhoneStatus.IDLE;
    }
}
