package io.halfminute.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** The delays that matter to people, each between two messages at telephones, in microseconds. */
final class Delays {

    private static final int DIGITS = 3;

    private Delays() {
    }

    /**
     * From the BYE by which a phone ends its call to the next INVITE at the same phone. A phone whose call the other side
     * ended is not counted. Messages that are sent again count once.
     *
     * @param span where the BYE has to be
     */
    static Histogram idleToRing(List<SipMessage> phones, Span span) {
        Histogram delays = new Histogram(DIGITS);
        Map<String, String> phoneOf = new HashMap<>();
        Map<String, Long> idleSince = new HashMap<>();
        Set<String> over = new HashSet<>();
        for (SipMessage message : phones) {
            if (message.received() && message.is("INVITE") && phoneOf.putIfAbsent(message.callId(), message.user()) == null) {
                Long since = idleSince.remove(message.user());
                if (since != null && span.holds(since)) {
                    delays.recordValue(message.atUs() - since);
                }
            } else if (message.is("BYE") && phoneOf.containsKey(message.callId()) && over.add(message.callId())
                    && !message.received()) {
                idleSince.put(phoneOf.get(message.callId()), message.atUs());
            }
        }
        return delays;
    }

    /**
     * From the PBX's 200 at the caller to the first INVITE for him at a phone; told apart by the caller's number, which
     * nobody else has. Two programs read the two messages, so a delay may come out below zero; it counts as zero.
     *
     * @param span where the 200 has to be
     */
    static Histogram arrivalToRing(List<SipMessage> callers, List<SipMessage> phones, Span span) {
        Map<String, Long> answered = new HashMap<>();
        callers.stream().filter(message -> message.received() && message.isOkTo("INVITE") && span.holds(message.atUs()))
                .forEach(message -> answered.putIfAbsent(message.from(), message.atUs()));
        Histogram delays = new Histogram(DIGITS);
        for (SipMessage message : phones) {
            Long since = message.received() && message.is("INVITE") ? answered.get(message.from()) : null;
            if (since != null) {
                delays.recordValue(Math.max(0, message.atUs() - since));
                answered.remove(message.from());
            }
        }
        return delays;
    }

    /** How many calls phones have ended in this time. */
    static int completed(List<SipMessage> phones, Span span) {
        return (int) phones.stream().filter(message -> !message.received() && message.is("BYE") && span.holds(message.atUs()))
                .map(SipMessage::callId).distinct().count();
    }
}
