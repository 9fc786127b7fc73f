package io.halfminute.web;

import io.halfminute.acd.AcdEvent.NameEnd;
import io.halfminute.acd.AcdEvent.RingCause;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.ledger.LedgerLine;
import io.halfminute.ledger.LedgerQueries;
import io.halfminute.ledger.Question;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.queue.SkillDemand;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallFilter;
import io.halfminute.record.CallQueries;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallStory;
import io.halfminute.record.DayTotals;
import io.halfminute.record.KeptDecision;
import io.halfminute.record.Milestones;
import io.halfminute.record.OfferRecord;
import io.halfminute.record.Page;
import io.halfminute.record.SearchStep;
import io.halfminute.record.Segment;
import io.halfminute.record.Window;
import io.halfminute.routing.Decision;
import io.halfminute.why.LateCause;
import io.halfminute.why.LateReason;
import io.halfminute.why.Lateness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Two calls: {@code call-1} is over, {@code call-2} waits. Can be away, or hold whoever asks. */
final class FakeRecords implements CallQueries {

    static final LedgerQueries NO_CALLS = (piece, question, beginnings) -> new LedgerQueries.Counted(
            new LedgerLine(null, ServiceLevel.Counts.NONE, 0, 0, 0, 0), List.of(), List.of(), List.of());
    private static final Lateness LATE = new Lateness(Lateness.NEVER, List.of(new LateReason(LateCause.ON_BREAK, 28_000,
            List.of(new LateReason.Part(new AgentId("1001"), 28_000, "meal")), null, 0, 1, 0, 0, 0, null, ""),
            new LateReason(LateCause.ALL_BUSY, 2_000, List.of(), new SkillId("english"), 2, 3, 1, 9_000, 0, null, "")));

    private static final List<SearchStep> STEPS = List.of(
            new SearchStep.AskedForMore(List.of(new SkillDemand(new SkillId("english"), 2, 4),
                    new SkillDemand(new SkillId("shoes"), SkillDemand.LIKED, 3)), 1_100),
            new SearchStep.AgentNamed(new AgentId("1001"), 8_500, 1_150),
            new SearchStep.NameDropped(new AgentId("1001"), NameEnd.NOT_IN_TIME, 1_300),
            new SearchStep.RingOpened("least", RingCause.NOBODY_IN_TIME, 1_300), new SearchStep.WaitTold(30, 32_000, 2_000));

    volatile boolean databaseAway;
    volatile RuntimeException fault;
    volatile CallFilter lastFilter;
    volatile CountDownLatch held;
    final Semaphore entered = new Semaphore(0);

    @Override
    public Page<CallEntry> list(CallFilter filter, String cursor, int limit) {
        check();
        lastFilter = filter;
        if (cursor != null && !cursor.equals("second")) {
            throw new IllegalArgumentException("cursor \"" + cursor + "\" is none of ours; begin without one");
        }
        return cursor == null ? new Page<>(List.of(entry("call-2", false)), "second")
                : new Page<>(List.of(entry("call-1", true)), null);
    }

    @Override
    public Optional<CallStory> find(CallId call) {
        check();
        AgentId agent = new AgentId("1001");
        Decision decision = new Decision(call, agent, 29_000, 1, List.of(new Decision.Candidate(agent, 0, 0, 1, 2, 500)),
                List.of(new Decision.LeftOut(new AgentId("1002"), Decision.Why.NOT_READY, "on-call")));
        return call.value().startsWith("call-") ? Optional.of(new CallStory(entry(call.value(), call.value().equals("call-1")),
                List.of(new KeptDecision(call, new OfferId(3), 1_500, decision)))) : Optional.empty();
    }

    @Override
    public Map<LateCause, Long> lateCalls(Window window) {
        check();
        return Map.of(LateCause.ALL_BUSY, 3L, LateCause.ON_BREAK, 1L);
    }

    @Override
    public DayTotals dayTotals(long dayStartMs) {
        return DayTotals.empty(dayStartMs);
    }

    @Override
    public List<AgentActivity> activity(Window window, AgentId agent, int limit) {
        return List.of();
    }

    static CallEntry entry(String id, boolean over) {
        AgentId agent = new AgentId("1001");
        Milestones milestones = over ? new Milestones(1_000, 1_200, 1_500, 1_600, 5_000, 60_000, 60_000, 31_000, 0)
                : new Milestones(1_000, 1_200, 0, 0, 0, 0, 0, 31_000, 0);
        List<OfferRecord> offers = over ? List.of(new OfferRecord(new OfferId(3), agent, 1_500, 1_600, 5_000,
                OfferRecord.Outcome.ANSWERED, null)) : List.of();
        List<Segment> segments = over ? List.of(new Segment(Segment.Kind.WAITING, null, 1_000, 5_000, null),
                new Segment(Segment.Kind.TALKING, agent, 5_000, 60_000, new Cause(Cause.Reason.NORMAL, "16")))
                : List.of(new Segment(Segment.Kind.WAITING, null, 1_000, 0, null));
        return new CallEntry(new CallRecord(new CallId(id), new CallerId(FakeLive.CUSTOMER, "王芳 <script>"), "4001",
                new BrandId("shop-a"), new QueueId("shop-a"), 0, milestones, over ? CallEnd.ANSWERED : null,
                over ? new Cause(Cause.Reason.NORMAL, "16 Normal Clearing") : null, true, false,
                over ? List.of(agent) : List.of(), offers, segments, List.of(), over ? STEPS : List.of(), over ? null : LATE), over ? 7 : 0);
    }

    /** The ledger is away when the records are. */
    LedgerQueries.Counted counted(LedgerQueries ledger, Window piece, Question question, List<Long> beginnings) {
        check();
        return ledger.count(piece, question, beginnings);
    }

    private void check() {
        entered.release();
        if (databaseAway) {
            throw new Unavailable("connection refused", null);
        }
        if (fault != null) {
            throw fault;
        }
        if (held != null) {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
