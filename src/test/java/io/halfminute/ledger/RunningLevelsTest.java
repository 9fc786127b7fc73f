package io.halfminute.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.queue.ServiceLevel.Counts;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallRecorder;
import io.halfminute.record.RecordChange;
import io.halfminute.record.RecordLimits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningLevelsTest {

    private static final long NOON = 1_800_000_000_000L;

    private final RunningLevels levels = new RunningLevels(Definitions.HOUSE);
    private final Map<QueueId, Counts> sums = new HashMap<>();

    @Test
    void everyBucketButTheOpenOneIsOneCallOfItsOwnKind() {
        Counts sum = Arrays.stream(Bucket.values()).map(Bucket::one).reduce(Counts.NONE, Counts::plus);
        assertEquals(new Counts(1, 1, 1, 1, 1, 1, 1, 1, 1), sum);
        assertEquals(Counts.NONE, Bucket.OPEN.one());
        assertEquals(1, Bucket.NEVER_QUEUED.one().neverQueued());
    }

    @Test
    void callsAddedOneByOneGiveByQueueWhatTheirSumGives() {
        Random random = new Random(20_261_122L);
        CallRecorder recorder = new CallRecorder(new RecordLimits(10, 5, 30, 5, 10_000, 10_000), List.of(), _ -> { });
        for (int call = 0; call < 1_000; call++) {
            recorder.apply(AnyHistory.of(random, "c" + call, NOON + call)).forEach(this::take);
        }
        assertEquals(2, sums.size(), "of a queue, and of none");
        for (ServiceLevel level : ServiceLevel.values()) {
            sums.forEach((queue, counts) -> {
                assertEquals(level.good(counts), levels.good(level, queue), level::name);
                assertEquals(level.all(counts), levels.all(level, queue), level::name);
            });
        }
    }

    private void take(RecordChange change) {
        if (change instanceof RecordChange.CallKept(CallRecord call) && !call.isLive()) {
            LedgerEntry entry = LedgerEntry.of(call, CountingRules.PRESENT);
            levels.add(entry);
            sums.put(entry.queue(), sums.getOrDefault(entry.queue(), Counts.NONE).plus(entry.bucket().one()));
        }
    }
}
