package io.halfminute.pbx;

import java.util.Set;

/** What the PBX is asked to do. A request, never a fact: what comes of it arrives as {@link PbxEvent}s. */
public sealed interface PbxCommand {

    /**
     * Ring this phone for this caller and connect them when it is picked up. If it is not, the caller comes back to the
     * waiting room by himself.
     *
     * @param ringMs how long it rings, in milliseconds
     */
    record Offer(CallId call, OfferId offer, PhoneId phone, int ringMs) implements PbxCommand {
    }

    /** Bring the caller back to the waiting room, whatever rings for him. */
    record Retrieve(CallId call) implements PbxCommand {
    }

    /** Tell the caller that he cannot be served, and hang up. */
    record Refuse(CallId call, Refusal why) implements PbxCommand {
    }

    /** Why a caller is refused; each has its own announcement. */
    enum Refusal {
        /** No brand has the number that was dialled. */
        UNKNOWN_NUMBER,
        /** The queue is at its limit. */
        QUEUE_FULL
    }

    /**
     * Send the caller to an outside number.
     *
     * @param number from the configuration, digits and {@code +} only
     */
    record Divert(CallId call, String number) implements PbxCommand {
    }

    /** These phones, and no others, are to be rung by the PBX itself while no server is alive. */
    record KeepFallback(Set<PhoneId> members) implements PbxCommand {
        public KeepFallback {
            members = Set.copyOf(members);
        }
    }
}
