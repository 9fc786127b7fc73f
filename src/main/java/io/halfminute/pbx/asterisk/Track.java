package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PhoneId;

/** What has to be remembered of one call to understand Asterisk's next event about it. */
final class Track {

    final CallId call;
    /** The caller's channel, by the name that a Redirect finds at once. */
    final String channel;
    /** The offer that is rung for, or {@link OfferId#NONE} when Asterisk looks for an agent by itself. */
    OfferId offer = OfferId.NONE;
    /** The phone of that offer; null if there is none. */
    PhoneId phone;
    /** Whether that phone has said that it rings. */
    boolean rang;

    Track(CallId call, String channel) {
        this.call = call;
        this.channel = channel;
    }

    void offered(OfferId newOffer, PhoneId newPhone) {
        offer = newOffer;
        phone = newPhone;
        rang = false;
    }

    boolean isOffer() {
        return !offer.equals(OfferId.NONE);
    }
}
