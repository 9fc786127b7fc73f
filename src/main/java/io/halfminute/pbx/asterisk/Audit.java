package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import java.util.HashSet;
import java.util.Set;

/** Compares the calls that the PBX has with those known here. Events are on their way, so that one difference means nothing. */
final class Audit {

    private Set<CallId> suspects = Set.of();

    /** The calls that only one side knows; none unless one of them did so at the last look too: then an event was missed. */
    Set<CallId> missed(Set<CallId> known, Set<CallId> there) {
        Set<CallId> different = new HashSet<>(known);
        different.addAll(there);
        different.removeIf(call -> known.contains(call) && there.contains(call));
        boolean again = different.stream().anyMatch(suspects::contains);
        suspects = different;
        return again ? different : Set.of();
    }
}
