package io.halfminute.web;

import io.halfminute.agent.AgentId;
import io.halfminute.view.BoardState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What is happening now, for whoever asks instead of listening; the same as the live messages. */
final class LiveApi {

    private final LiveViews live;

    LiveApi(LiveViews live) {
        this.live = live;
    }

    Map<String, Operation> operations() {
        return Map.of("getWallboard", this::wallboard, "getDesk", this::desk, "listQueues", this::queues,
                "getForecast", this::forecast);
    }

    private Future<Answer> wallboard(Request request) {
        return Future.succeededFuture(Answer.ok(live.board()));
    }

    private Future<Answer> desk(Request request) {
        AgentId agent = request.agent();
        request.requireSelfOrSupervisor(agent, "read the desk");
        return Future.succeededFuture(live.desk(agent).map(Answer::ok).orElseThrow(() ->
                new ProblemException(ProblemCode.UNKNOWN_AGENT, "there is no agent \"" + agent
                        + "\"; GET /api/v1/agents lists them")));
    }

    private Future<Answer> forecast(Request request) {
        BoardState board = live.board();
        return Future.succeededFuture(Answer.ok(new JsonObject()
                .put("forecast", JsonObject.mapFrom(board.forecast()))
                .put("waiting", CallJson.array(board.waiting(), call -> new JsonObject().put("callId", call.callId())
                        .put("queue", call.queue())
                        .put("answer", call.answer() == null ? null : JsonObject.mapFrom(call.answer()))))));
    }

    private Future<Answer> queues(Request request) {
        BoardState board = live.board();
        return Future.succeededFuture(Answer.ok(new JsonObject()
                .put("atMs", board.atMs())
                .put("items", CallJson.array(board.queues(), JsonObject::mapFrom))));
    }
}
