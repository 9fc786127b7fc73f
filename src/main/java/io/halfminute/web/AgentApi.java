package io.halfminute.web;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.view.BoardState;
import io.halfminute.view.DeskState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Agents: their live state, and what they ask of the machine. */
final class AgentApi {

    private final LiveViews live;
    private final AgentRequests machine;
    private final long timeoutMs;

    /** @param timeoutMs how long the machine may take for a step */
    AgentApi(LiveViews live, AgentRequests machine, long timeoutMs) {
        this.live = live;
        this.machine = machine;
        this.timeoutMs = timeoutMs;
    }

    Map<String, Operation> operations() {
        return Map.of("listAgents", this::list, "getAgent", this::get, "setAgentState", this::setState,
                "setAgentSkills", this::setSkills);
    }

    private Future<Answer> list(Request request) {
        BoardState board = live.board();
        return Future.succeededFuture(Answer.ok(new JsonObject()
                .put("atMs", board.atMs())
                .put("items", CallJson.array(board.agents(), this::json))));
    }

    private Future<Answer> get(Request request) {
        AgentId agent = request.agent();
        return Future.succeededFuture(live.board().agents().stream()
                .filter(each -> each.agent().equals(agent.value())).findFirst()
                .map(found -> Answer.ok(json(found)))
                .orElseThrow(() -> unknown(agent)));
    }

    private JsonObject json(BoardState.Agent agent) {
        Map<String, Integer> skills = live.desk(new AgentId(agent.agent())).map(DeskState::skills).orElse(Map.of());
        return JsonObject.mapFrom(agent).put("skills", new JsonObject(new TreeMap<>(skills)));
    }

    private Future<Answer> setState(Request request) {
        AgentId agent = request.agent();
        request.requireSelfOrSupervisor(agent, "change the state");
        return ask(wanted(agent, request.body()));
    }

    private static AcdInput.OfAgent wanted(AgentId agent, JsonObject body) {
        String state = body.getString("state");
        String reason = body.getString("reason");
        if (reason != null && !state.equals("paused")) {
            throw new ProblemException(ProblemCode.VALIDATION, "reason \"" + reason + "\" with state \"" + state
                    + "\": only paused has a reason; leave it out");
        }
        return switch (state) {
            case "signed-in" -> new AcdInput.SignIn(agent);
            case "ready" -> new AcdInput.BecomeReady(agent);
            case "signed-out" -> new AcdInput.SignOut(agent);
            default -> new AcdInput.Pause(agent, pauseReason(reason));
        };
    }

    private static PauseReason pauseReason(String reason) {
        if (reason == null) {
            throw new ProblemException(ProblemCode.VALIDATION,
                    "state \"paused\" needs a reason; GET /api/v1/pause-reasons lists them");
        }
        return new PauseReason(reason);
    }

    private Future<Answer> setSkills(Request request) {
        AgentId agent = request.agent();
        request.requireSupervisor("change skills");
        Map<SkillId, Integer> levels = new TreeMap<>();
        request.body().getJsonObject("skills").forEach(entry ->
                levels.put(new SkillId(entry.getKey()), ((Number) entry.getValue()).intValue()));
        return ask(new AcdInput.ChangeSkills(agent, new Skills(levels)));
    }

    private Future<Answer> ask(AcdInput.OfAgent input) {
        return Future.fromCompletionStage(machine.request(input), io.vertx.core.Vertx.currentContext())
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .map(AgentApi::granted);
    }

    private static Answer granted(Optional<Outputs.Refusal> refusal) {
        refusal.ifPresent(refused -> {
            throw new ProblemException(ProblemCode.valueOf(refused.code().name()), refused.message());
        });
        return Answer.noContent();
    }

    private static ProblemException unknown(AgentId agent) {
        return new ProblemException(ProblemCode.UNKNOWN_AGENT, "there is no agent \"" + agent
                + "\"; GET /api/v1/agents lists them");
    }
}
