package io.halfminute.acd;

import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.TreeMap;

/**
 * All PBXs that have ever told anything. A phone is where any of them says it is; one whose link is down is asked only while
 * all are.
 */
final class KnownPbxs {

    private final TreeMap<PbxId, KnownPbx> all = new TreeMap<>();
    private int up;

    KnownPbx of(PbxId id) {
        return all.computeIfAbsent(id, KnownPbx::new);
    }

    void up(KnownPbx pbx, boolean isUp) {
        pbx.heard |= isUp;
        if (pbx.up != isUp) {
            pbx.up = isUp;
            up += isUp ? 1 : -1;
        }
    }

    /** Whether anything at all can be believed and commanded. */
    boolean anyUp() {
        return up > 0;
    }

    boolean isUp(PbxId id) {
        KnownPbx pbx = all.get(id);
        return pbx != null && pbx.up;
    }

    /** Engaged at one of them it is engaged; else it is free where one of them reaches it. */
    PhoneStatus phone(PhoneId phone) {
        PhoneStatus best = PhoneStatus.UNREACHABLE;
        for (KnownPbx pbx : all.values()) {
            PhoneStatus status = isHeard(pbx) ? pbx.phone(phone) : PhoneStatus.UNREACHABLE;
            if (status == PhoneStatus.IN_USE) {
                return status;
            }
            best = status == PhoneStatus.IDLE ? status : best;
        }
        return best;
    }

    private boolean isHeard(KnownPbx pbx) {
        return pbx.up || up == 0;
    }

    /** Whether nobody reaches it now, and somebody whose link is down may. */
    boolean isUnsure(PhoneId phone) {
        return up > 0 && phone(phone) == PhoneStatus.UNREACHABLE
                && all.values().stream().anyMatch(pbx -> pbx.mayReach(phone));
    }

    /** Over which PBX a caller who is at {@code own} reaches this phone: his own if it can. */
    PbxId over(PhoneId phone, PbxId own) {
        KnownPbx home = all.get(own);
        if (home != null && home.reaches(phone)) {
            return own;
        }
        for (KnownPbx pbx : all.values()) {
            if (pbx.up && pbx.reaches(phone)) {
                return pbx.id;
            }
        }
        return own;
    }
}
