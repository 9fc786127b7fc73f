package io.halfminute.web;

import io.halfminute.queue.QueueId;
import io.halfminute.record.CallQueries;
import io.halfminute.record.ServiceLevel;
import io.halfminute.record.Window;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** Figures over a period, each with its formula. */
final class ReportApi {

    private static final long LONGEST_MS = Duration.ofDays(366).toMillis();

    private final CallQueries calls;
    private final LiveViews live;
    private final Blocking blocking;

    ReportApi(CallQueries calls, LiveViews live, Blocking blocking) {
        this.calls = calls;
        this.live = live;
        this.blocking = blocking;
    }

    Map<String, Operation> operations() {
        return Map.of("getServiceLevel", this::serviceLevel);
    }

    private Future<Answer> serviceLevel(Request request) {
        Window window = window(request.query("from", 0), request.query("to", 0));
        QueueId queue = queue(request.query("queue"));
        return blocking.ask(() -> calls.serviceLevel(window, queue)).map(figures -> Answer.ok(json(window, figures)));
    }

    private static Window window(long fromMs, long toMs) {
        if (toMs <= fromMs || toMs - fromMs > LONGEST_MS) {
            throw new ProblemException(ProblemCode.VALIDATION, "from " + fromMs + " to " + toMs
                    + ": to must be after from, and at most 366 days after it; both are milliseconds since 1970");
        }
        return new Window(fromMs, toMs);
    }

    private QueueId queue(String id) {
        if (id == null) {
            return null;
        }
        if (live.board().queues().stream().noneMatch(queue -> queue.queue().equals(id))) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "there is no queue \"" + id + "\"; GET /api/v1/queues lists them");
        }
        return new QueueId(id);
    }

    private static JsonObject json(Window window, ServiceLevel figures) {
        boolean answered = figures.answered() > 0;
        return new JsonObject()
                .put("fromMs", window.fromMs())
                .put("toMs", window.toMs())
                .put("queue", CallJson.text(figures.queue()))
                .put("targetMs", figures.targetMs())
                .put("definition", definition(io.halfminute.queue.ServiceLevel.OF_ALL_CALLS))
                .put("arrived", figures.arrived())
                .put("open", figures.arrived() - figures.offered())
                .put("offered", figures.offered())
                .put("answered", figures.answered())
                .put("inTime", figures.answeredInTime())
                .put("abandoned", figures.abandoned())
                .put("diverted", figures.diverted())
                .put("refused", figures.refused())
                .put("other", figures.other())
                .put("waitAverageMs", answered ? figures.waitSumMs() / figures.answered() : null)
                .put("waitMaxMs", answered ? figures.waitMaxMs() : null)
                .put("serviceLevel", figures.offered() == 0 ? null : figures.level());
    }

    private static JsonObject definition(io.halfminute.queue.ServiceLevel definition) {
        return new JsonObject().put("name", Names.of(definition)).put("formula", definition.formula());
    }
}
