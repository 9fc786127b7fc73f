package io.halfminute.web;

import io.halfminute.why.LateReason;
import io.halfminute.why.Lateness;
import io.vertx.core.json.JsonObject;

/** Why a call was late, in the words of the document. */
final class LateJson {

    private LateJson() {
    }

    /** Null for null. */
    static JsonObject of(Lateness late) {
        return late == null ? null : new JsonObject()
                .put("cause", Names.of(late.cause()))
                .put("lateMs", late.lateMs() == Lateness.NEVER ? null : late.lateMs())
                .put("reasons", CallJson.array(late.reasons(), LateJson::reason));
    }

    private static JsonObject reason(LateReason reason) {
        return new JsonObject()
                .put("cause", Names.of(reason.cause()))
                .put("costMs", reason.costMs())
                .put("parts", CallJson.array(reason.parts(), LateJson::part))
                .put("skill", CallJson.text(reason.skill()))
                .put("level", reason.skill() == null ? null : reason.level())
                .put("agents", reason.agents())
                .put("calls", reason.calls())
                .put("aheadMs", reason.aheadMs())
                .put("withinMs", CallJson.reached(reason.withinMs()))
                .put("saves", reason.saves())
                .put("detail", reason.detail());
    }

    /** The pause's reason as it is configured, an outcome as the API spells it. */
    private static JsonObject part(LateReason.Part part) {
        return new JsonObject()
                .put("agent", part.agent().value())
                .put("ms", part.ms())
                .put("what", part.what().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
