package io.halfminute.web;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.Cause;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallStory;
import io.halfminute.record.KeptDecision;
import io.halfminute.record.Milestones;
import io.halfminute.record.OfferRecord;
import io.halfminute.record.Segment;
import io.halfminute.routing.Decision;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Calls in the words of the document. */
final class CallJson {

    private final Sight sight;
    private final long nowMs;

    /** @param nowMs to tell whether an open call can still be in time */
    CallJson(Sight sight, long nowMs) {
        this.sight = sight;
        this.nowMs = nowMs;
    }

    /** As in a list. */
    JsonObject call(CallEntry entry) {
        CallRecord call = entry.call();
        Milestones at = call.milestones();
        return new JsonObject()
                .put("callId", call.call().value())
                .put("caller", sight.person(call.caller().number(), call.caller().name()))
                .put("dialled", call.dialled())
                .put("brand", text(call.brand()))
                .put("queue", text(call.queue()))
                .put("creditMs", call.creditMs())
                .put("arrivedMs", at.arrivedMs())
                .put("deadlineMs", at.deadlineMs())
                .put("answeredMs", reached(at.answeredMs()))
                .put("endedMs", reached(at.endedMs()))
                .put("end", Names.of(call.end()))
                .put("cause", cause(call.cause()))
                .put("inTime", inTime(call))
                .put("late", LateJson.of(call.late()))
                .put("agents", array(call.agents(), AgentId::value))
                .put("ticket", reached(entry.ticket()))
                .put("direction", call.isOutgoing() ? "out" : "in")
                .put("callback", call.isOutgoing() ? call.calledBack().callback().value() : null)
                .put("adopted", call.adopted())
                .put("seen", call.seen())
                .put("reconstructed", call.reconstructed());
    }

    /** With its time line, steps, offers and decisions. */
    JsonObject story(CallStory story) {
        CallRecord call = story.entry().call();
        return call(story.entry())
                .put("timeline", array(call.segments(), CallJson::stretch))
                .put("steps", array(call.steps(), StepJson::of))
                .put("offers", array(call.offers(), CallJson::offer))
                .put("decisions", array(story.decisions(), CallJson::decision));
    }

    /** {@code rows} as a JSON array. */
    static <T> JsonArray array(List<T> rows, Function<T, ?> json) {
        JsonArray array = new JsonArray();
        rows.forEach(row -> array.add(json.apply(row)));
        return array;
    }

    /** The records write 0 for what has not happened; the API writes null. */
    static Long reached(long value) {
        return value == 0 ? null : value;
    }

    /** An id as text, null for none. */
    static String text(Object id) {
        return id == null ? null : id.toString();
    }

    private Boolean inTime(CallRecord call) {
        Milestones at = call.milestones();
        if (call.isOutgoing()) {
            return null;
        }
        if (at.answeredMs() > 0) {
            return at.answeredMs() <= at.deadlineMs();
        }
        return call.isLive() && nowMs <= at.deadlineMs() ? null : Boolean.FALSE;
    }

    private static JsonObject cause(Cause cause) {
        return cause == null ? null : new JsonObject().put("reason", Names.of(cause.reason())).put("raw", cause.raw());
    }

    private static JsonObject stretch(Segment segment) {
        return new JsonObject()
                .put("kind", Names.of(segment.kind()))
                .put("fromMs", segment.fromMs())
                .put("toMs", reached(segment.toMs()))
                .put("agent", text(segment.agent()))
                .put("cause", cause(segment.cause()));
    }

    private static JsonObject offer(OfferRecord offer) {
        return new JsonObject()
                .put("offer", offer.offer().value())
                .put("agent", offer.agent().value())
                .put("madeMs", offer.madeMs())
                .put("ringingMs", reached(offer.ringingMs()))
                .put("endedMs", reached(offer.endedMs()))
                .put("outcome", Names.of(offer.outcome()))
                .put("cause", cause(offer.cause()));
    }

    private static JsonObject decision(KeptDecision kept) {
        Decision decision = kept.decision();
        return new JsonObject()
                .put("atMs", kept.atMs())
                .put("offer", kept.offer().value())
                .put("agent", decision.agent().value())
                .put("also", array(decision.also(), AgentId::value))
                .put("timeLeftMs", decision.timeLeftMs())
                .put("waiting", decision.waiting())
                .put("candidates", array(decision.candidates(), CallJson::candidate))
                .put("leftOut", array(decision.leftOut(), CallJson::leftOut));
    }

    private static JsonObject candidate(Decision.Candidate candidate) {
        return new JsonObject()
                .put("agent", candidate.agent().value())
                .put("tries", candidate.tries())
                .put("shortOf", candidate.shortOf())
                .put("spare", candidate.spare())
                .put("standIns", candidate.standIns())
                .put("readySinceMs", candidate.readySinceMs());
    }

    private static JsonObject leftOut(Decision.LeftOut leftOut) {
        return new JsonObject()
                .put("agent", leftOut.agent().value())
                .put("why", Names.of(leftOut.why()))
                .put("detail", leftOut.detail());
    }
}
