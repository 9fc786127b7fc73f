package io.halfminute.web;

import io.halfminute.alarm.Alarm;
import io.halfminute.alarm.AlarmChange;
import io.halfminute.alarm.AlarmPicture;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.Supplier;

/** What is wrong with the hotline, and what lately was. */
final class AlarmApi {

    private final Supplier<AlarmPicture> alarms;

    AlarmApi(Supplier<AlarmPicture> alarms) {
        this.alarms = alarms;
    }

    Map<String, Operation> operations() {
        return Map.of("listAlarms", request -> Future.succeededFuture(Answer.ok(json(alarms.get()))));
    }

    private static JsonObject json(AlarmPicture picture) {
        return new JsonObject().put("items", CallJson.array(picture.alarms(), AlarmApi::alarm))
                .put("recent", CallJson.array(picture.recent(), AlarmApi::change));
    }

    private static JsonObject change(AlarmChange change) {
        return new JsonObject().put("raised", change.raised()).put("atMs", change.atMs()).put("alarm", alarm(change.alarm()));
    }

    private static JsonObject alarm(Alarm alarm) {
        return new JsonObject().put("kind", alarm.kind().code()).put("severity", alarm.kind().severity().code())
                .put("subject", alarm.subject()).put("sinceMs", alarm.sinceMs())
                .put("text", new JsonObject().put("zh", alarm.zh()).put("en", alarm.en()));
    }
}
