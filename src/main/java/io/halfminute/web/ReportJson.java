package io.halfminute.web;

import io.halfminute.ledger.CountingRules;
import io.halfminute.ledger.Definitions;
import io.halfminute.ledger.LedgerLine;
import io.halfminute.ledger.Report;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.queue.ServiceLevel.Counts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report in the words of the document. */
final class ReportJson {

    /** From when to when waits are counted, in every report (TEL-30). */
    static final String CLOCK = "pbx-answer-to-agent";

    private final Map<String, String> names;
    private final ZoneId zone;

    /** @param names what the rows are called, by key */
    ReportJson(Map<String, String> names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    JsonObject json(Report report) {
        return new JsonObject()
                .put("fromMs", report.question().window().fromMs())
                .put("toMs", report.question().window().toMs())
                .put("by", Names.of(report.question().by()))
                .put("timeZone", zone.getId())
                .put("queue", CallJson.text(report.question().queue()))
                .put("brand", CallJson.text(report.question().brand()))
                .put("skill", CallJson.text(report.question().skill()))
                .put("clock", CLOCK)
                .put("targetsMs", new JsonArray(List.copyOf(report.targetsMs())))
                .put("rules", CallJson.array(report.rules(), ReportJson::rules))
                .put("house", Names.of(Definitions.HOUSE_OWN))
                .put("definitions", CallJson.array(report.definitions(), ReportJson::definition))
                .put("mixed", report.isMixed())
                .put("total", row(report.total()))
                .put("rows", CallJson.array(report.rows(), this::row));
    }

    private static JsonObject rules(CountingRules rules) {
        return new JsonObject().put("version", rules.version()).put("shortAbandonMs", rules.shortAbandonMs());
    }

    private static JsonObject definition(Report.Valid valid) {
        return new JsonObject()
                .put("name", Names.of(valid.definition().level()))
                .put("version", valid.definition().version())
                .put("validFromMs", valid.definition().validFromMs())
                .put("validToMs", CallJson.reached(valid.toMs()))
                .put("formula", valid.definition().formula());
    }

    private JsonObject row(Report.Row row) {
        LedgerLine line = row.line();
        boolean isTime = row.span() != null;
        JsonObject levels = new JsonObject();
        for (ServiceLevel level : ServiceLevel.values()) {
            levels.put(Names.of(level), row.levels().get(level));
        }
        return new JsonObject()
                .put("key", isTime ? null : line.key())
                .put("name", line.key() == null ? null : names.get(line.key()))
                .put("fromMs", isTime ? row.span().fromMs() : null)
                .put("toMs", isTime ? row.span().toMs() : null)
                .put("offered", line.offered())
                .put("buckets", buckets(line))
                .put("waitAverageMs", line.waits() == 0 ? null : line.waitSumMs() / line.waits())
                .put("waitMaxMs", line.waits() == 0 ? null : line.waitMaxMs())
                .put("levels", levels);
    }

    private static JsonObject buckets(LedgerLine line) {
        JsonObject buckets = new JsonObject();
        bucketsOf(line).forEach(buckets::put);
        return buckets;
    }

    /** The buckets by the names of the document, in its order. */
    static Map<String, Long> bucketsOf(LedgerLine line) {
        Counts counts = line.counts();
        Map<String, Long> buckets = new LinkedHashMap<>();
        buckets.put("answeredInTime", counts.answeredInTime());
        buckets.put("answeredLate", counts.answeredLate());
        buckets.put("hungUpAtOnce", counts.hungUpAtOnce());
        buckets.put("hungUpSoon", counts.hungUpSoon());
        buckets.put("hungUpLate", counts.hungUpLate());
        buckets.put("timedOut", counts.timedOut());
        buckets.put("callbackInTime", counts.callbackInTime());
        buckets.put("leftByKey", counts.leftByKey());
        buckets.put("neverQueued", counts.neverQueued());
        buckets.put("open", line.open());
        return buckets;
    }
}
