package io.halfminute.ledger;

import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.queue.ServiceLevel.Counts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The service level of the calls that have ended since the start, by queue and by each definition: its successes, and the
 * calls that it counts. The same rows that the ledger gets, for whoever takes figures at short intervals. One thread adds, any
 * may read.
 */
public final class RunningLevels {

    private final Definitions definitions;
    private final Map<Key, Sum> sums = new ConcurrentHashMap<>();

    private record Key(ServiceLevel level, Optional<QueueId> queue) {
    }

    private record Sum(LongAdder good, LongAdder all) {
    }

    public RunningLevels(Definitions definitions) {
        this.definitions = definitions;
    }

    /** One more call is over. */
    public void add(LedgerEntry entry) {
        Counts one = entry.bucket().one();
        for (ServiceLevel level : ServiceLevel.values()) {
            Definition definition = definitions.at(level, entry.at().arrivedMs());
            Sum sum = sums.computeIfAbsent(new Key(level, Optional.ofNullable(entry.queue())),
                    _ -> new Sum(new LongAdder(), new LongAdder()));
            sum.good.add(definition.good().applyAsLong(one));
            sum.all.add(definition.all().applyAsLong(one));
        }
    }

    /** @param queue null for the calls that reached none */
    public long good(ServiceLevel level, QueueId queue) {
        Sum sum = sums.get(new Key(level, Optional.ofNullable(queue)));
        return sum == null ? 0 : sum.good.sum();
    }

    /** @param queue null for the calls that reached none */
    public long all(ServiceLevel level, QueueId queue) {
        Sum sum = sums.get(new Key(level, Optional.ofNullable(queue)));
        return sum == null ? 0 : sum.all.sum();
    }
}
