package io.halfminute.metric;

import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;

/** Of ten calls of each queue the first definition calls none a success, the second one, and so on; two reached no queue. */
final class SomeLevels implements Sources.Definitions {

    @Override
    public long good(ServiceLevel level, QueueId queue) {
        return queue == null ? 0 : level.ordinal();
    }

    @Override
    public long all(ServiceLevel level, QueueId queue) {
        return queue == null ? 2 : 10;
    }
}
