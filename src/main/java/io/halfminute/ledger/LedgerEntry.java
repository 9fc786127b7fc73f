package io.halfminute.ledger;

import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.queue.QueueId;
import io.halfminute.record.CallRecord;
import io.halfminute.record.Milestones;
import io.halfminute.record.Segment;
import io.halfminute.record.Segment.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The ledger's row of one call that is over: what happened, in milliseconds since 1970 on the PBX's clock (0 for what it did
 * not reach), and the inputs that were in force. It follows from the call's last record alone, so writing it twice writes the
 * same.
 *
 * @param lineMs   when it first stood in a line, the PBX's own too
 * @param leftMs   when it left the line: answered, taken out, or hung up
 * @param targetMs until when it was to be answered, from {@code arrivedMs}; 0 when no queue served the
 *                 number
 */
public record LedgerEntry(CallId call, BrandId brand, QueueId queue, List<SkillId> skills, int credit, Milestones at,
                          long lineMs, long leftMs, CallEnd end, Leaving leaving, Cause cause, boolean seen, int targetMs,
                          CountingRules rules) {

    private static final Set<Kind> IN_LINE = EnumSet.of(Kind.WAITING, Kind.RINGING, Kind.FALLBACK);

    public LedgerEntry {
        skills = List.copyOf(skills);
    }

    /**
     * The row of a call.
     *
     * @throws IllegalArgumentException when the call still lives
     */
    public static LedgerEntry of(CallRecord call, CountingRules rules) {
        if (call.isLive()) {
            throw new IllegalArgumentException("call " + call.call() + " still lives; its row is written at its end");
        }
        Milestones at = call.milestones();
        long lineMs = lineMs(call);
        int targetMs = (int) Math.clamp(at.deadlineMs() - at.arrivedMs(), 0, Integer.MAX_VALUE);
        return new LedgerEntry(call.call(), call.brand(), call.queue(), call.skills(), call.creditMs(), at, lineMs,
                leftMs(call), call.end(), Leaving.of(call, lineMs), call.cause(), call.seen(), targetMs, rules);
    }

    private static long lineMs(CallRecord call) {
        long waitingMs = call.milestones().waitingMs();
        return waitingMs > 0 ? waitingMs : call.segments().stream().filter(segment -> IN_LINE.contains(segment.kind()))
                .mapToLong(Segment::fromMs).findFirst().orElse(0);
    }

    /** Who is being refused or diverted, or leaves a message, is out of the line before his call is over. */
    private static long leftMs(CallRecord call) {
        if (call.milestones().answeredMs() > 0) {
            return call.milestones().answeredMs();
        }
        Segment last = call.segments().getLast();
        return last.kind() == Kind.AFTERWARDS ? last.fromMs() : call.milestones().endedMs();
    }

    /** What the call counts as. */
    public Bucket bucket() {
        boolean inTime = leftMs - at.arrivedMs() <= targetMs;
        return switch (leaving) {
            case ANSWERED -> inTime && at.answeredMs() > 0 ? Bucket.ANSWERED_IN_TIME : Bucket.ANSWERED_LATE;
            case HUNG_UP -> hungUp(inTime);
            case TAKEN_OUT -> Bucket.TIMED_OUT;
            case CALLBACK -> inTime ? Bucket.CALLBACK_IN_TIME : Bucket.LEFT_BY_KEY;
            case KEY -> Bucket.LEFT_BY_KEY;
            case NEVER_QUEUED -> Bucket.NEVER_QUEUED;
        };
    }

    private Bucket hungUp(boolean inTime) {
        if (!inTime) {
            return Bucket.HUNG_UP_LATE;
        }
        return leftMs - at.arrivedMs() < rules.shortAbandonMs() ? Bucket.HUNG_UP_AT_ONCE : Bucket.HUNG_UP_SOON;
    }

    /** What a call counts as at this moment, whether or not it is over. */
    public static Bucket bucketNow(CallRecord call, CountingRules rules) {
        if (!call.isLive()) {
            return of(call, rules).bucket();
        }
        Milestones at = call.milestones();
        if (at.answeredMs() == 0) {
            return Bucket.OPEN;
        }
        return at.answeredMs() <= at.deadlineMs() ? Bucket.ANSWERED_IN_TIME : Bucket.ANSWERED_LATE;
    }
}
