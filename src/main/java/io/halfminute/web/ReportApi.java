package io.halfminute.web;

import io.halfminute.queue.QueueId;
import io.halfminute.record.CallQueries;
import io.halfminute.record.ServiceCounts;
import io.halfminute.record.Window;
import io.halfminute.view.BoardState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/** Figures over a period, with the same target and formula as the wallboard. */
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
        BoardState board = live.board();
        return blocking.ask(() -> calls.serviceLevel(window, queue, board.targetMs()))
                .map(figures -> Answer.ok(json(window, figures, board)));
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

    private static JsonObject json(Window window, ServiceCounts figures, BoardState board) {
        OptionalDouble level = figures.level();
        boolean answered = figures.answered() > 0;
        return new JsonObject()
                .put("fromMs", window.fromMs())
                .put("toMs", window.toMs())
                .put("queue", CallJson.text(figures.queue()))
                .put("targetMs", figures.targetMs())
                .put("definition", JsonObject.mapFrom(board.totals().definition()))
                .put("offered", figures.offered())
                .put("answered", figures.answered())
                .put("inTime", figures.inTime())
                .put("abandoned", figures.abandoned())
                .put("callbackTaken", figures.callbackTaken())
                .put("voicemail", figures.voicemail())
                .put("diverted", figures.diverted())
                .put("refused", figures.refused())
                .put("waitAverageMs", answered ? figures.waitSumMs() / figures.answered() : null)
                .put("waitMaxMs", answered ? figures.waitMaxMs() : null)
                .put("serviceLevel", level.isPresent() ? level.getAsDouble() : null);
    }
}
