package io.halfminute.view;

import io.halfminute.queue.QueueId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How many wait in each queue, and how long still; from one pass over the calls. */
final class QueueLines {

    /** A queue's line; an empty one has no times. */
    record Line(int waiting, Long oldestArrivedMs, Long nextDeadlineMs) {
        private static final Line EMPTY = new Line(0, null, null);

        private Line with(LiveCall call) {
            return waiting == 0 ? new Line(1, call.arrivedMs, call.deadlineMs)
                    : new Line(waiting + 1, Math.min(oldestArrivedMs, call.arrivedMs),
                            Math.min(nextDeadlineMs, call.deadlineMs));
        }
    }

    private final Map<QueueId, Line> lines = new HashMap<>();

    QueueLines(Collection<LiveCall> calls) {
        for (LiveCall call : calls) {
            if (call.waits()) {
                lines.merge(call.queue, Line.EMPTY.with(call), (line, one) -> line.with(call));
            }
        }
    }

    Line of(QueueId queue) {
        return lines.getOrDefault(queue, Line.EMPTY);
    }
}
