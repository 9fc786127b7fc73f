package io.halfminute.pbx;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the PBX is asked to do. A request, never a fact: what comes of it arrives as {@link PbxEvent}s. */
public sealed interface PbxCommand {

    /** A command about one call. */
    sealed interface OfCall extends PbxCommand {
        /** The call that it is about; it goes to the PBX that has it. */
        CallId call();
    }

    /**
     * Ring these phones together for this caller and connect him with the one that is picked up first; the others fall
     * silent. Each phone's own end is told. If none is picked up, the caller comes back to the waiting room by himself.
     *
     * @param phones one or more, each once; their names have at most {@link #MAX_NAMES} letters together
     * @param away   those of them that are to be rung over another PBX than the caller's, and over which
     * @param ringMs how long they ring at most, in milliseconds
     */
    record Offer(CallId call, OfferId offer, List<PhoneId> phones, Map<PhoneId, PbxId> away, int ringMs)
            implements OfCall {

        /** All names and what stands between them must fit into one command. */
        public static final int MAX_NAMES = 36;

        public Offer {
            phones = List.copyOf(phones);
            away = away.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(away));
            if (phones.isEmpty() || phones.size() > 1 && new HashSet<>(phones).size() < phones.size()
                    || !phones.containsAll(away.keySet()) || !fits(phones, away)) {
                throw new IllegalArgumentException("phones " + phones + ", over other PBXs " + away
                        + ": at least one, each once, and at most " + MAX_NAMES + " letters together are allowed");
            }
        }

        /** All at the caller's own PBX. */
        public Offer(CallId call, OfferId offer, List<PhoneId> phones, int ringMs) {
            this(call, offer, phones, Map.of(), ringMs);
        }

        /** One phone. */
        public Offer(CallId call, OfferId offer, PhoneId phone, int ringMs) {
            this(call, offer, List.of(phone), ringMs);
        }

        /** Whether these can be rung together at the caller's own PBX. */
        public static boolean fits(List<PhoneId> phones) {
            return fits(phones, Map.of());
        }

        /** Whether these can be rung together. */
        public static boolean fits(List<PhoneId> phones, Map<PhoneId, PbxId> away) {
            int length = phones.size() - 1;
            for (PhoneId phone : phones) {
                PbxId over = away.get(phone);
                length += phone.value().length() + (over == null ? 0 : 1 + over.value().length());
            }
            return length <= MAX_NAMES;
        }
    }

    /** Bring the caller back to the waiting room, whatever rings for him. */
    record Retrieve(CallId call) implements OfCall {
    }

    /**
     * Tell the caller that he cannot be served, and hang up.
     *
     * @param calledBack he is told, too, that he will be rung back
     */
    record Refuse(CallId call, Refusal why, boolean calledBack) implements OfCall {
    }

    /** Why a caller is refused. */
    enum Refusal {
        /** No brand has the number that was dialled. */
        UNKNOWN_NUMBER,
        /** As many wait in the queue as may. */
        QUEUE_FULL,
        /** The shop has as many calls in the house as it may. */
        BRAND_FULL,
        /** The hotline has. */
        HOTLINE_FULL
    }

    /**
     * Send the caller to an outside number.
     *
     * @param number from the configuration, digits and {@code +} only
     */
    record Divert(CallId call, String number) implements OfCall {
    }

    /**
     * Tell the caller, once he stands in the waiting room, within how many seconds he will be answered; a connection that is
     * made meanwhile interrupts it. That it is told arrives as {@link PbxEvent.WaitTold}; if it is not, nothing does.
     *
     * @param seconds one of those that the prompts have
     * @param forMs   when it has not begun after so many milliseconds it is not told any more
     */
    record TellWait(CallId call, int seconds, int forMs) implements OfCall {
    }

    /**
     * Tell the caller, once he stands in the waiting room, that by a key he would be called back; a connection that is made
     * meanwhile interrupts it, and he hears it once in his life. That he hears it arrives as {@link PbxEvent.CallbackProposed},
     * that he has pressed the key as {@link PbxEvent.CallbackChosen}; till then, and if he presses no key, he waits on.
     *
     * @param keyMs how long the key counts after the sentence, in milliseconds
     * @param forMs when it has not begun after so many milliseconds he is not told any more
     */
    record ProposeCallback(CallId call, int keyMs, int forMs) implements OfCall {
    }

    /** Tell the caller that he will be called back and keeps his place, and hang up. */
    record ConfirmCallback(CallId call) implements OfCall {
    }

    /**
     * Ring this phone, and when it is picked up dial the customer and bring the two together. The call is the server's own: it
     * begins with this command and has the id that is given here.
     *
     * @param ringMs how long the phone rings at most, in milliseconds
     * @param pbx    where the phone is, and the call will be
     */
    record CallBack(CallId call, OfferId offer, PhoneId phone, int ringMs, Customer customer, PbxId pbx) implements OfCall {

        /** What the id of such a call begins with; no caller's does. */
        public static final String PREFIX = "callback-";
    }

    /**
     * Who is called back.
     *
     * @param callback   its number; told again by what the PBX says of the call
     * @param number     that is dialled: digits, and {@code +} before them
     * @param shows      the number that he sees, digits; empty for the trunk's own
     * @param dialMs     how long his phone rings at most, in milliseconds
     * @param brand      for the agent's phone to show
     */
    record Customer(long callback, String number, String shows, int dialMs, String brand) {
        public Customer {
            if (!number.matches("\\+?[0-9]{3,20}") || !shows.matches("[0-9]{0,20}")) {
                throw new IllegalArgumentException("number \"" + number + "\" to call back, showing \"" + shows
                        + "\": digits are allowed, and a + before the first");
            }
        }
    }

    /** End this call at all its phones. */
    record HangUp(CallId call) implements OfCall {
    }

    /** These phones, and no others, are to be rung by the PBX itself while no server is alive. */
    record KeepFallback(Set<PhoneId> members) implements PbxCommand {
        public KeepFallback {
            members = members instanceof PhoneSet ? members : Set.copyOf(members);
        }
    }
}
