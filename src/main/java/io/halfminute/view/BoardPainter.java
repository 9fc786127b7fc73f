package io.halfminute.view;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.alarm.Alarm;
import io.halfminute.forecast.Forecast;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a {@link BoardState} of the {@link Floor}. */
final class BoardPainter {

    /** What is shown while no queue is configured. */
    private static final int DEFAULT_TARGET_MS = 30_000;

    private final Floor floor;
    private final Book book;
    private final Function<AgentId, String> team;
    private ForecastPainter forecast = new ForecastPainter(Forecast.NONE);
    private List<Alarm> alarms = List.of();

    BoardPainter(Floor floor, Book book, Function<AgentId, String> team) {
        this.floor = floor;
        this.book = book;
        this.team = team;
    }

    /** What is foretold from now on. */
    void forecast(Forecast now) {
        forecast = new ForecastPainter(now);
    }

    /** What is wrong from now on. */
    void alarms(List<Alarm> now) {
        alarms = now;
    }

    /** How many agents could take a call now, by each of their skills. */
    Map<SkillId, Integer> readyBySkill() {
        Map<SkillId, Integer> ready = new HashMap<>();
        floor.agents().values().stream().filter(AgentLine::canTakeNow)
                .forEach(agent -> agent.skills.levels().keySet().forEach(skill -> ready.merge(skill, 1, Integer::sum)));
        return Map.copyOf(ready);
    }

    BoardState paint(QueueLines lines, long nowMs) {
        List<LiveCall> waiting = floor.calls().stream().filter(LiveCall::waits).sorted(LiveCall::inLine).toList();
        return new BoardState(nowMs, floor.link(), targetMs(), waiting.size(),
                waiting.stream().limit(BoardState.MAX_WAITING).map(this::waiting).toList(),
                floor.agents().values().stream().map(this::agent).toList(),
                floor.queues().values().stream().map(queue -> queue(queue, lines.of(queue.id()), nowMs)).toList(),
                book.total(nowMs), forecast.paint(this::name),
                alarms.stream().map(BoardState.Alarm::of).toList(), floor.callbacks());
    }

    private int targetMs() {
        return floor.queues().values().stream().mapToInt(QueueSpec::targetMs).min().orElse(DEFAULT_TARGET_MS);
    }

    private BoardState.Waiting waiting(LiveCall call) {
        return new BoardState.Waiting(call.id.value(), call.queue.value(), name(call.queue),
                call.brand == null ? null : call.brand.value(), CallerMask.of(call.caller.number()), call.creditMs,
                call.arrivedMs, call.deadlineMs, call.stage.code, call.agent == null ? null : call.agent.value(),
                forecast.wait(call.id));
    }

    private String name(QueueId queue) {
        QueueSpec spec = floor.queues().get(queue);
        return spec == null ? queue.value() : spec.name();
    }

    private BoardState.Agent agent(AgentLine line) {
        AgentId id = line.spec.id();
        return new BoardState.Agent(id.value(), line.spec.name(), team.apply(id), line.stateCode(), line.reason,
                line.sinceMs, line.untilMs, line.wish, line.call == null ? null : call(line.call), line.phoneReachable,
                line.phoneInUse);
    }

    private static BoardState.Call call(LiveCall call) {
        return new BoardState.Call(call.id.value(), call.queue == null ? null : call.queue.value(),
                CallerMask.of(call.caller.number()));
    }

    private BoardState.Queue queue(QueueSpec spec, QueueLines.Line line, long nowMs) {
        List<AgentLine> able = floor.agents().values().stream().filter(agent -> agent.serves(spec)).toList();
        BoardState.Totals day = book.of(spec.id(), nowMs);
        return new BoardState.Queue(spec.id().value(), spec.name(), line.waiting(), line.oldestArrivedMs(),
                line.nextDeadlineMs(), count(able, AgentLine::canTakeNow), count(able, AgentLine::isAtWork),
                day.offered(), day.answered(), day.inTime(), day.late(), day.lost(), day.open(), day.abandoned(),
                day.refused(), day.diverted(), day.serviceLevelToday(), day.serviceLevelNow());
    }

    private static int count(List<AgentLine> agents, Predicate<AgentLine> which) {
        return (int) agents.stream().filter(which).count();
    }
}
