package io.halfminute.acd;

import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.HashMap;
import java.util.Map;

/** What the machine knows of one PBX: whether it can be believed and commanded, and what it last said of each phone. */
final class KnownPbx {

    final PbxId id;
    /** False before the first snapshot and after a lost link. */
    boolean up;
    /** Whether it has ever been heard. */
    boolean heard;
    /** Whether it counts as ended; until the next snapshot. */
    boolean lost;
    /** Also of phones that nobody has: an agent may get one of them. */
    final Map<PhoneId, PhoneNews> phones = new HashMap<>();

    /** A phone's status and since when the PBX says so. */
    record PhoneNews(PhoneStatus status, long atMs) {
    }

    KnownPbx(PbxId id) {
        this.id = id;
    }

    PhoneStatus phone(PhoneId phone) {
        PhoneNews news = phones.get(phone);
        return news == null ? PhoneStatus.UNREACHABLE : news.status();
    }

    /** Whether it may reach the phone, though that cannot be known at present. */
    boolean mayReach(PhoneId phone) {
        return !up && !lost && (!heard || reaches(phone));
    }

    boolean reaches(PhoneId phone) {
        return phone(phone) != PhoneStatus.UNREACHABLE;
    }
}
