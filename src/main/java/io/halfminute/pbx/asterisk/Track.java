package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PhoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has to be remembered of one call to understand Asterisk's next event about it. */
final class Track {

    /** What is known of one of the phones that an offer rings. */
    static final class Part {
        /** Whether it has said that it rings. */
        boolean rang;
        /** How Dial() ended for it, in its words; empty while it goes on, and for a phone that was never dialled. */
        String dialStatus = "";
        int hangupCause;
        /** Whether its end has been told. */
        boolean told;

        private boolean isOpen() {
            return dialStatus.isEmpty() && !told;
        }
    }

    final CallId call;
    /** The caller's channel, by the name that a Redirect finds at once. */
    final String channel;
    /** The offer that is rung for, or {@link OfferId#NONE} when Asterisk looks for an agent by itself. */
    OfferId offer = OfferId.NONE;
    /** The phones of that offer. */
    private final Map<PhoneId, Part> parts = new LinkedHashMap<>();

    Track(CallId call, String channel) {
        this.call = call;
        this.channel = channel;
    }

    void offered(OfferId newOffer, List<PhoneId> phones) {
        offer = newOffer;
        parts.clear();
        phones.forEach(phone -> parts.put(phone, new Part()));
    }

    boolean isOffer() {
        return !offer.equals(OfferId.NONE);
    }

    Map<PhoneId, Part> parts() {
        return parts;
    }

    /** What is known of this phone; of one that the present offer does not ring nothing, and what is noted of it is lost. */
    Part part(PhoneId phone) {
        Part known = parts.get(phone);
        return known == null ? new Part() : known;
    }

    /** Whether a phone of the present offer has not ended yet. */
    boolean goesOn() {
        return parts.values().stream().anyMatch(Part::isOpen);
    }
}
