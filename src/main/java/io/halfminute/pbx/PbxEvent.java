package io.halfminute.pbx;

import java.util.List;
import java.util.Map;

/** What the PBX tells. Times are milliseconds since 1970 on the PBX's clock. */
public sealed interface PbxEvent {

    /** When it happened. */
    long atMs();

    /** An event about one call. */
    sealed interface OfCall extends PbxEvent {
        /** The call that it is about. */
        CallId call();
    }

    /**
     * A caller is there and the PBX has answered him.
     *
     * @param dialled   the number that he dialled, digits only
     * @param arrivedMs when the PBX answered; the caller's thirty seconds count from here
     * @param pbx       where he is, until his end
     */
    record CallArrived(CallId call, CallerId caller, String dialled, long arrivedMs, PbxId pbx, long atMs)
            implements OfCall {
        public CallArrived {
            pbx = PbxId.orMain(pbx);
        }

        /** At the only PBX. */
        public CallArrived(CallId call, CallerId caller, String dialled, long arrivedMs, long atMs) {
            this(call, caller, dialled, arrivedMs, PbxId.MAIN, atMs);
        }
    }

    /**
     * The caller has entered the waiting room, for the first time or again.
     *
     * @param lastOffer the offer that he comes back from, or {@link OfferId#NONE}
     */
    record CallWaiting(CallId call, OfferId lastOffer, long atMs) implements OfCall {
    }

    /** The caller, who waits, begins to hear that he will be answered within so many seconds. */
    record WaitTold(CallId call, int seconds, long atMs) implements OfCall {
    }

    /** The caller, who waits, begins to hear that by a key he would be called back. */
    record CallbackProposed(CallId call, long atMs) implements OfCall {
    }

    /** He has pressed that key, and goes on waiting until somebody acts on it. */
    record CallbackChosen(CallId call, long atMs) implements OfCall {
    }

    /** The PBX, having heard no server for too long, brings the caller to an agent by itself. */
    record CallAtFallback(CallId call, long atMs) implements OfCall {
    }

    /** A phone has the offer and rings. */
    record PhoneRinging(CallId call, OfferId offer, PhoneId phone, long atMs) implements OfCall {
    }

    /**
     * An agent picked up; caller and agent hear each other. Of the phones that an offer rings at most one is told of here;
     * the others are told to be cancelled, before it or after it.
     *
     * @param offer {@link OfferId#NONE} when the PBX found the agent by itself
     * @param leg   the agent's channel
     */
    record OfferAnswered(CallId call, OfferId offer, PhoneId phone, ChannelId leg, long atMs) implements OfCall {
    }

    /** The offer ended at this phone and was not answered there; it may still ring at others. */
    record OfferEnded(CallId call, OfferId offer, PhoneId phone, Cause cause, long atMs) implements OfCall {
    }

    /** The agent's side of a conversation ended; the caller may still be there. */
    record AgentLegEnded(CallId call, PhoneId phone, ChannelId leg, Cause cause, long atMs) implements OfCall {
    }

    /** The agent has picked up to call a customer back, who is dialled now. */
    record AgentPickedUp(CallId call, OfferId offer, PhoneId phone, long atMs) implements OfCall {
    }

    /** The customer who is called back has picked up; he and the agent hear each other. */
    record CustomerAnswered(CallId call, long atMs) implements OfCall {
    }

    /** The customer who is called back was not reached; the call's end follows. */
    record CustomerMissed(CallId call, Cause cause, long atMs) implements OfCall {
    }

    /** The caller's channel is gone. */
    record CallEnded(CallId call, Cause cause, long atMs) implements OfCall {
    }

    /**
     * The PBX refused a command, or none of its answers came.
     *
     * @param offer  the offer that the command was for, or {@link OfferId#NONE}
     * @param reason the PBX's words
     */
    record CommandFailed(CallId call, OfferId offer, String reason, long atMs) implements OfCall {
    }

    /** A phone's status at one PBX changed. */
    record PhoneChanged(PhoneId phone, PhoneStatus status, PbxId pbx, long atMs) implements PbxEvent {
        public PhoneChanged {
            pbx = PbxId.orMain(pbx);
        }

        /** At the only PBX. */
        public PhoneChanged(PhoneId phone, PhoneStatus status, long atMs) {
            this(phone, status, PbxId.MAIN, atMs);
        }
    }

    /** The connection to a PBX is lost; what is known of it is unsure until its next {@link Snapshot}. */
    record LinkLost(String why, PbxId pbx, long atMs) implements PbxEvent {
        public LinkLost {
            pbx = PbxId.orMain(pbx);
        }

        /** To the only PBX. */
        public LinkLost(String why, long atMs) {
            this(why, PbxId.MAIN, atMs);
        }
    }

    /** A PBX has ended, and with it all that was on it; known while it is away, and not only guessed. */
    record PbxGone(String why, PbxId pbx, long atMs) implements PbxEvent {
        public PbxGone {
            pbx = PbxId.orMain(pbx);
        }
    }

    /**
     * All that is at one PBX now. Whatever is known of it and not in this has ended unseen.
     *
     * @param calls      every caller's channel
     * @param phones     every agent's phone that the PBX knows
     * @param startedNew the PBX has started since it was last connected, so that what was there before ended with it
     * @param atMs       when the first of it was asked for: what is told of a later time is newer than the snapshot
     */
    record Snapshot(List<CallSnapshot> calls, Map<PhoneId, PhoneStatus> phones, boolean startedNew, PbxId pbx, long atMs)
            implements PbxEvent {
        public Snapshot {
            calls = List.copyOf(calls);
            phones = Map.copyOf(phones);
            pbx = PbxId.orMain(pbx);
        }

        /** Of the only PBX, which has run all the time. */
        public Snapshot(List<CallSnapshot> calls, Map<PhoneId, PhoneStatus> phones, long atMs) {
            this(calls, phones, false, PbxId.MAIN, atMs);
        }
    }

    /**
     * Calls that ended while nobody may have watched, as the PBX has noted them. Told before the snapshot that follows such a
     * time; there may be calls among them whose end was told before.
     *
     * @param atMs when the notes were read
     */
    record EndedUnwatched(List<EndedCall> calls, PbxId pbx, long atMs) implements PbxEvent {
        public EndedUnwatched {
            calls = List.copyOf(calls);
            pbx = PbxId.orMain(pbx);
        }

        /** At the only PBX. */
        public EndedUnwatched(List<EndedCall> calls, long atMs) {
            this(calls, PbxId.MAIN, atMs);
        }
    }

    /**
     * A call that is over.
     *
     * @param last      where the caller stood when it ended
     * @param waitingMs when he first came to the waiting room, 0 if he did not
     * @param sent      whether, and how, the hotline itself sent him away
     */
    record EndedCall(CallSnapshot last, long waitingMs, Sent sent, Cause cause, long endedMs) {
    }

    /** How the hotline itself ended a call. */
    enum Sent {
        /** It did not. */
        NOWHERE,
        /** An announcement told him that he cannot be served. */
        REFUSED,
        /** To an outside number. */
        DIVERTED,
        /** He was told that he would be called back. */
        CALLBACK
    }

    /** Where a caller stands at the PBX. */
    enum Stage {
        /** In the self-service menu or on the way to the waiting room. */
        IN_FLOW,
        /** In the waiting room. */
        WAITING,
        /** An agent's phone is being rung for him. */
        OFFERED,
        /** An agent has picked up to call a customer back, who is being dialled. */
        DIALLING,
        /** Talks with an agent. */
        CONNECTED,
        /** In the PBX's own fallback queue, not yet with an agent. */
        AT_FALLBACK,
        /** The conversation is over, or he is being refused or diverted. */
        LEAVING
    }

    /**
     * One caller as a snapshot finds him; everything a server that starts needs to take him over.
     *
     * @param arrivedMs  when the PBX answered him
     * @param offer      the last offer, or {@link OfferId#NONE}
     * @param phones     those that ring if {@code OFFERED}, the one he talks to if {@code CONNECTED}, else none
     * @param answeredMs when the present conversation began, 0 if there is none
     * @param callback   the number of the callback that the call tries, 0 if it is a caller's
     */
    record CallSnapshot(CallId call, CallerId caller, String dialled, long arrivedMs, Stage stage, OfferId offer,
                        List<PhoneId> phones, ChannelId leg, long answeredMs, long callback) {
        public CallSnapshot {
            offer = offer == null ? OfferId.NONE : offer;
            phones = List.copyOf(phones);
        }

        /** Of a caller. */
        public CallSnapshot(CallId call, CallerId caller, String dialled, long arrivedMs, Stage stage, OfferId offer,
                            List<PhoneId> phones, ChannelId leg, long answeredMs) {
            this(call, caller, dialled, arrivedMs, stage, offer, phones, leg, answeredMs, 0);
        }

        /**
         * At one phone, or at none.
         *
         * @param phone may be null
         */
        public CallSnapshot(CallId call, CallerId caller, String dialled, long arrivedMs, Stage stage, OfferId offer,
                            PhoneId phone, ChannelId leg, long answeredMs) {
            this(call, caller, dialled, arrivedMs, stage, offer, phone == null ? List.of() : List.of(phone), leg,
                    answeredMs);
        }

        /** The phone that he is at, or the first of them; null if none. */
        public PhoneId phone() {
            return phones.isEmpty() ? null : phones.getFirst();
        }
    }
}
