package io.halfminute.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.halfminute.record.RecordChange;

/**
 * A change as it waits in the outbox.
 *
 * @param epoch of the leadership that saw it; 0 for what a version wrote that did not know of any
 */
record Kept(long epoch, RecordChange change) {

    private static final TypeReference<Kept> KEPT = new TypeReference<>() { };
    private static final TypeReference<RecordChange> BARE = new TypeReference<>() { };

    String toJson() {
        return Json.write(this);
    }

    /** @throws IllegalArgumentException when it cannot be read */
    static Kept of(String json) {
        Kept kept = Json.read(json, KEPT);
        return kept.change() != null ? kept : new Kept(0, Json.read(json, BARE));
    }
}
