package io.halfminute.record;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.routing.Decision;

/** A decision kept with its call: which offer came of it, and when. */
public record KeptDecision(CallId call, OfferId offer, long atMs, Decision decision) {
}
