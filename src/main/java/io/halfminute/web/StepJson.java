package io.halfminute.web;

import io.halfminute.queue.SkillDemand;
import io.halfminute.record.SearchStep;
import io.vertx.core.json.JsonObject;

/** How the search for an agent went, in the words of the document. */
final class StepJson {

    private StepJson() {
    }

    static JsonObject of(SearchStep step) {
        JsonObject json = switch (step) {
            case SearchStep.RingOpened opened -> new JsonObject().put("kind", "ring-opened").put("ring", opened.ring())
                    .put("why", Names.of(opened.why()));
            case SearchStep.AskedForMore asked -> new JsonObject().put("kind", "asked-for-more")
                    .put("skills", CallJson.array(asked.more(), StepJson::demand));
            case SearchStep.AgentNamed named -> new JsonObject().put("kind", "agent-named")
                    .put("agent", named.agent().value()).put("untilMs", named.untilMs());
            case SearchStep.NameDropped dropped -> new JsonObject().put("kind", "name-dropped")
                    .put("agent", dropped.agent().value()).put("why", Names.of(dropped.why()));
            case SearchStep.WaitTold told -> new JsonObject().put("kind", "wait-told")
                    .put("seconds", told.seconds()).put("byMs", told.byMs());
            case SearchStep.CallbackProposed _ -> new JsonObject().put("kind", "callback-proposed");
            case SearchStep.Refused refused -> new JsonObject().put("kind", "refused")
                    .put("why", Names.of(refused.why())).put("calledBack", refused.calledBack());
        };
        return json.put("atMs", step.atMs());
    }

    /** A level of 0 is none: the skill is liked, not needed. */
    private static JsonObject demand(SkillDemand demand) {
        return new JsonObject()
                .put("skill", demand.skill().value())
                .put("least", CallJson.reached(demand.least()))
                .put("wanted", demand.wanted());
    }
}
