package io.halfminute.store;

import io.halfminute.acd.LearnedTimes;
import io.halfminute.acd.LearnedTimes.Handled;
import io.halfminute.acd.LearnedTimes.PickUps;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PickUpTimes;
import io.halfminute.queue.QueueId;
import io.halfminute.record.CallQueries;
import io.halfminute.record.OfferRecord;
import io.halfminute.record.Segment;
import io.halfminute.record.Window;
import io.halfminute.store.Tables.Activities;
import io.halfminute.store.Tables.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;

/**
 * How long people took lately, out of the records. So it needs no file of its own that could be lost or grow old, and a server
 * that takes over from another one knows what that one had learned.
 */
public final class PastTimes {

    /** Of so many calls at most, the latest. */
    private static final int MOST_CALLS = 5_000;
    /** Of each queue; what came before weighs nothing any more. */
    private static final int MOST_OF_QUEUE = 200;

    private final Database database;
    private final Map<AgentId, List<Integer>> pickUps = new TreeMap<>();
    private final Map<QueueId, List<Long>> talks = new TreeMap<>();
    private final Map<QueueId, List<Long>> wrapUps = new TreeMap<>();

    private PastTimes(Database database) {
        this.database = database;
    }

    /**
     * The times of calls that arrived in this window.
     *
     * @throws CallQueries.Unavailable when the database cannot be reached
     */
    public static LearnedTimes in(Window window, Database database) {
        PastTimes past = new PastTimes(database);
        past.readCalls(window);
        past.readWrapUps(window);
        return past.times();
    }

    /** The latest first, so that those beyond the limits are the oldest. */
    private void readCalls(Window window) {
        database.ask(sql -> sql.select(Calls.QUEUE, Calls.OFFERS, Calls.SEGMENTS).from(Calls.TABLE)
                .where(Calls.ARRIVED.ge(window.fromMs())).and(Calls.ARRIVED.lt(window.toMs()))
                .orderBy(Calls.ARRIVED.desc(), Calls.ID.desc()).limit(MOST_CALLS).fetch())
                .forEach(this::take);
    }

    private void take(Record call) {
        CallRows.offers(call).reversed().forEach(this::take);
        String queue = call.get(Calls.QUEUE);
        if (queue != null) {
            for (Segment segment : CallRows.segments(call).reversed()) {
                if (segment.kind() == Segment.Kind.TALKING && !segment.isOpen()) {
                    add(talks, new QueueId(queue), segment.toMs() - segment.fromMs(), MOST_OF_QUEUE);
                }
            }
        }
    }

    private void take(OfferRecord offer) {
        if (offer.ringingMs() > 0 && offer.endedMs() > offer.ringingMs()) {
            int ms = (int) Math.min(offer.endedMs() - offer.ringingMs(), PickUpTimes.LONGEST_MS);
            switch (offer.outcome()) {
                case ANSWERED -> add(pickUps, offer.agent(), ms, PickUpTimes.KEPT);
                case NO_ANSWER -> add(pickUps, offer.agent(), -ms, PickUpTimes.KEPT);
                default -> { }
            }
        }
    }

    private void readWrapUps(Window window) {
        database.ask(sql -> sql.select(Calls.QUEUE, Activities.FROM, Activities.TO).from(Activities.TABLE)
                .join(Calls.TABLE).on(Calls.ID.eq(Activities.CALL)).where(Activities.STATE.eq(AgentState.WRAP_UP.name()))
                .and(Activities.FROM.ge(window.fromMs())).and(Activities.FROM.lt(window.toMs())).and(Activities.TO.isNotNull()).and(Calls.QUEUE.isNotNull())
                .orderBy(Activities.FROM.desc(), Activities.ID.desc()).limit(MOST_CALLS).fetch())
                .forEach(row -> add(wrapUps, new QueueId(row.get(Calls.QUEUE)),
                        row.get(Activities.TO) - row.get(Activities.FROM), MOST_OF_QUEUE));
    }

    private static <K, V> void add(Map<K, List<V>> all, K whose, V value, int most) {
        List<V> values = all.computeIfAbsent(whose, _ -> new ArrayList<>());
        if (values.size() < most) {
            values.add(value);
        }
    }

    private LearnedTimes times() {
        talks.keySet().forEach(queue -> wrapUps.computeIfAbsent(queue, _ -> List.of()));
        return new LearnedTimes(
                pickUps.entrySet().stream().map(of -> new PickUps(of.getKey(), of.getValue().reversed())).toList(),
                wrapUps.entrySet().stream().map(of -> new Handled(of.getKey(),
                        talks.getOrDefault(of.getKey(), List.of()).reversed(), of.getValue().reversed())).toList());
    }
}
