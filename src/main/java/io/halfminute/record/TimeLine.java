package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The segments of one live call. They always tile: each begins where the one before it ends, and time never runs backwards,
 * whatever the order in which the PBX's and the server's clocks tell it.
 */
final class TimeLine {

    private final int limit;
    private final List<Segment> segments;

    TimeLine(int limit, List<Segment> segments) {
        this.limit = limit;
        this.segments = new ArrayList<>(segments);
    }

    static TimeLine from(long arrivedMs, int limit) {
        return new TimeLine(limit, List.of(new Segment(Segment.Kind.FLOW, null, arrivedMs, 0, null)));
    }

    List<Segment> segments() {
        return List.copyOf(segments);
    }

    /** The time, or the beginning of the present segment if that is later. */
    long notBefore(long atMs) {
        return Math.max(atMs, segments.getLast().fromMs());
    }

    boolean is(Segment.Kind kind, AgentId agent) {
        return segments.getLast().kind() == kind && Objects.equals(segments.getLast().agent(), agent);
    }

    /** With whom the present segment is; null if with nobody. */
    AgentId agent() {
        return segments.getLast().agent();
    }

    boolean is(Segment.Kind kind) {
        return segments.getLast().kind() == kind;
    }

    /** Ends the present segment and begins another; the same once more, or one too many, changes nothing. */
    void move(Segment.Kind kind, AgentId agent, long atMs, Cause why) {
        if (!is(kind, agent) && segments.size() < limit) {
            Segment present = segments.removeLast();
            if (present.fromMs() < atMs) {
                segments.add(present.endedAt(atMs, why));
            }
            segments.add(new Segment(kind, agent, atMs, 0, null));
        }
    }

    /** Ends the last segment; one without length goes, unless it is the only one. */
    void end(long atMs, Cause why) {
        Segment last = segments.removeLast();
        if (last.fromMs() < atMs || segments.isEmpty()) {
            segments.add(last.endedAt(atMs, why));
        }
    }

    /** What is wrong with the time line of a call that has ended; empty when it tiles. */
    static Optional<String> fault(CallRecord call) {
        long edge = call.milestones().arrivedMs();
        for (Segment segment : call.segments()) {
            if (segment.fromMs() != edge || segment.toMs() < edge) {
                return Optional.of("call " + call.call() + ": " + segment + " does not begin at " + edge
                        + " or ends before it begins");
            }
            edge = segment.toMs();
        }
        return edge == call.milestones().endedMs() ? Optional.empty() : Optional.of("call " + call.call()
                + ": its segments end at " + edge + ", the call at " + call.milestones().endedMs());
    }
}
