package io.halfminute.view;

import io.halfminute.agent.AgentState;
import io.halfminute.queue.QueueSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a {@link DeskState} of the {@link Floor}. */
final class DeskPainter {

    private final Floor floor;

    DeskPainter(Floor floor) {
        this.floor = floor;
    }

    DeskState paint(AgentLine line, QueueLines lines, long atMs) {
        return new DeskState(atMs, line.spec.id().value(), line.spec.name(), line.stateCode(), line.reason, line.sinceMs,
                line.untilMs, line.wish, new DeskState.Phone(line.phoneReachable, line.phoneInUse), skills(line),
                line.call == null ? null : call(line), new DeskState.Today(line.answered, line.missed, line.talkMs),
                queues(line, lines));
    }

    private static Map<String, Integer> skills(AgentLine line) {
        return line.skills.levels().entrySet().stream()
                .collect(Collectors.toMap(skill -> skill.getKey().value(), Map.Entry::getValue));
    }

    private DeskState.Call call(AgentLine line) {
        LiveCall call = line.call;
        Optional<LiveCall.Talk> talk = call.talk(line.spec.id());
        QueueSpec queue = call.queue == null ? null : floor.queues().get(call.queue);
        return new DeskState.Call(call.id.value(), stage(line.state),
                new DeskState.Caller(call.caller.number(), call.caller.name()),
                call.brand == null ? null : call.brand.value(), call.queue == null ? null : call.queue.value(),
                queue == null ? "" : queue.name(), call.arrivedMs, call.deadlineMs,
                talk.map(LiveCall.Talk::fromMs).orElse(null), talk.map(LiveCall.Talk::toMs).orElse(null), call.ticket);
    }

    /** A chosen agent sees the call at once, before the PBX says that his phone rings. */
    private static String stage(AgentState state) {
        return switch (state) {
            case ON_CALL -> "talking";
            case WRAP_UP -> "wrap-up";
            case SIGNED_OUT, READY, RESERVED, RINGING, PAUSED -> "ringing";
        };
    }

    private List<DeskState.Queue> queues(AgentLine agent, QueueLines lines) {
        return floor.queues().values().stream().filter(agent::serves).map(queue -> {
            QueueLines.Line line = lines.of(queue.id());
            return new DeskState.Queue(queue.id().value(), queue.name(), line.waiting(), line.nextDeadlineMs());
        }).toList();
    }
}
