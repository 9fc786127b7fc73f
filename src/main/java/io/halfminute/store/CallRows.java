package io.halfminute.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CalledBack;
import io.halfminute.record.Milestones;
import io.halfminute.record.OfferRecord;
import io.halfminute.record.SearchStep;
import io.halfminute.record.Segment;
import io.halfminute.store.Tables.Calls;
import io.halfminute.why.Lateness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;

/** A call record as a row and back. A time of 0 is null there. */
final class CallRows {

    private static final TypeReference<List<OfferRecord>> OFFERS = new TypeReference<>() { };
    private static final TypeReference<List<Segment>> SEGMENTS = new TypeReference<>() { };
    private static final TypeReference<List<SearchStep>> STEPS = new TypeReference<>() { };
    private static final TypeReference<CalledBack> CALLED_BACK = new TypeReference<>() { };
    private static final TypeReference<Lateness> LATENESS = new TypeReference<>() { };

    private CallRows() {
    }

    /** All columns but the call's id, ticket and customer. */
    static Map<Field<?>, Object> row(CallRecord call) {
        Map<Field<?>, Object> row = new HashMap<>();
        row.put(Calls.CALLER_NUMBER, call.caller().number());
        row.put(Calls.CALLER_NAME, Json.clean(call.caller().name()));
        row.put(Calls.DIALLED, Json.clean(call.dialled()));
        row.put(Calls.PBX, call.pbx().value());
        row.put(Calls.BRAND, text(call.brand()));
        row.put(Calls.QUEUE, text(call.queue()));
        row.put(Calls.CREDIT, call.creditMs());
        row.put(Calls.SEEN, call.seen());
        row.put(Calls.ADOPTED, call.adopted());
        row.put(Calls.AGENTS, call.agents().stream().map(AgentId::value).toArray(String[]::new));
        row.put(Calls.SKILLS, call.skills().stream().map(SkillId::value).toArray(String[]::new));
        row.put(Calls.OFFERS, JSONB.valueOf(Json.write(call.offers())));
        row.put(Calls.SEGMENTS, JSONB.valueOf(Json.write(call.segments())));
        row.put(Calls.STEPS, JSONB.valueOf(Json.write(call.steps(), STEPS)));
        row.put(Calls.LATE_CAUSE, call.late() == null ? null : call.late().cause().name());
        row.put(Calls.LATE, call.late() == null ? null : JSONB.valueOf(Json.write(call.late())));
        row.put(Calls.CALLED_BACK, call.calledBack() == null ? null : JSONB.valueOf(Json.write(call.calledBack())));
        putTimes(row, call.milestones());
        putEnd(row, call);
        return row;
    }

    private static void putTimes(Map<Field<?>, Object> row, Milestones times) {
        row.put(Calls.ARRIVED, times.arrivedMs());
        row.put(Calls.WAITING, time(times.waitingMs()));
        row.put(Calls.OFFERED, time(times.offeredMs()));
        row.put(Calls.RINGING, time(times.ringingMs()));
        row.put(Calls.ANSWERED, time(times.answeredMs()));
        row.put(Calls.TALK_ENDED, time(times.talkEndedMs()));
        row.put(Calls.ENDED, time(times.endedMs()));
        row.put(Calls.DEADLINE, time(times.deadlineMs()));
        row.put(Calls.DEADLINE_MISSED, time(times.deadlineMissedMs()));
    }

    private static void putEnd(Map<Field<?>, Object> row, CallRecord call) {
        row.put(Calls.ENDED_HOW, call.end() == null ? null : call.end().name());
        row.put(Calls.CAUSE_REASON, call.cause() == null ? null : call.cause().reason().name());
        row.put(Calls.CAUSE_RAW, call.cause() == null ? null : Json.clean(call.cause().raw()));
    }

    static CallEntry entry(Record row) {
        return new CallEntry(call(row), row.get(Calls.TICKET));
    }

    static CallRecord call(Record row) {
        return new CallRecord(new CallId(row.get(Calls.ID)),
                new CallerId(row.get(Calls.CALLER_NUMBER), row.get(Calls.CALLER_NAME)), row.get(Calls.DIALLED),
                id(row.get(Calls.BRAND), BrandId::new), id(row.get(Calls.QUEUE), QueueId::new), row.get(Calls.CREDIT),
                times(row), id(row.get(Calls.ENDED_HOW), CallEnd::valueOf), cause(row),
                row.get(Calls.SEEN), row.get(Calls.ADOPTED), Stream.of(row.get(Calls.AGENTS)).map(AgentId::new).toList(),
                offers(row), segments(row),
                Stream.of(row.get(Calls.SKILLS)).map(SkillId::new).toList(),
                Json.read(row.get(Calls.STEPS).data(), STEPS),
                row.get(Calls.LATE) == null ? null : Json.read(row.get(Calls.LATE).data(), LATENESS),
                id(row.get(Calls.PBX), PbxId::new),
                row.get(Calls.CALLED_BACK) == null ? null : Json.read(row.get(Calls.CALLED_BACK).data(), CALLED_BACK));
    }

    static List<OfferRecord> offers(Record row) {
        return Json.read(row.get(Calls.OFFERS).data(), OFFERS);
    }

    static List<Segment> segments(Record row) {
        return Json.read(row.get(Calls.SEGMENTS).data(), SEGMENTS);
    }

    private static Milestones times(Record row) {
        return new Milestones(row.get(Calls.ARRIVED), time(row, Calls.WAITING), time(row, Calls.OFFERED),
                time(row, Calls.RINGING), time(row, Calls.ANSWERED), time(row, Calls.TALK_ENDED),
                time(row, Calls.ENDED), time(row, Calls.DEADLINE), time(row, Calls.DEADLINE_MISSED));
    }

    private static Cause cause(Record row) {
        String reason = row.get(Calls.CAUSE_REASON);
        return reason == null ? null : new Cause(Cause.Reason.valueOf(reason), row.get(Calls.CAUSE_RAW));
    }

    /** 0 becomes null. */
    static Long time(long ms) {
        return ms == 0 ? null : ms;
    }

    /** Null becomes 0. */
    static long time(Record row, Field<Long> column) {
        Long ms = row.get(column);
        return ms == null ? 0 : ms;
    }

    /** Null stays null. */
    static String text(Object id) {
        return id == null ? null : id.toString();
    }

    /** Null stays null. */
    static <T> T id(String text, Function<String, T> maker) {
        return text == null ? null : maker.apply(text);
    }
}
