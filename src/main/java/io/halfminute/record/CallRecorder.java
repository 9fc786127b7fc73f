package io.halfminute.record;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.CallArrived;
import io.halfminute.acd.AcdEvent.OfferMade;
import io.halfminute.acd.Setup;
import io.halfminute.agent.SkillId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.SkillDemand;
import io.halfminute.why.LateCause;
import io.halfminute.why.LateCauses;
import io.halfminute.why.Lateness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Folds events into call records. A record is opened by its call's arrival and closed by its end, each exactly once;
 * duplicates, echoes of calls that are over and events about calls that never arrived change nothing and are counted.
 *
 * <p>Calls that were live when an earlier run died are given back at the start. The first snapshot of the PBX, which is told
 * as {@link AcdEvent.LinkChanged} in the same step as the calls that it finds, decides of the calls of that PBX: one that is
 * found goes on with its first arrival time and its offers, one that is not has ended unseen; and all have ended with a PBX
 * that is lost. So all events of one step of the machine MUST come in one list. Not thread safe.
 */
public final class CallRecorder {

    private final RecordLimits limits;
    private final Consumer<String> onFault;
    private final Map<CallId, LiveRecord> live = new HashMap<>();
    private final Set<CallId> closed;
    private final Set<CallId> left = new TreeSet<>();
    private final Set<OfferId> decided;
    private Map<QueueId, List<SkillId>> asked = Map.of();
    private Set<PbxId> pbxs = Set.of(PbxId.MAIN);
    private final LateCauses causes;
    private final Map<LateCause, Long> late = new EnumMap<>(LateCause.class);
    private long strays;

    /** How those have ended that are not found. */
    private record Closing(Cause cause, long atMs) {
        static Closing of(AcdEvent.PbxLost lost) {
            return new Closing(new Cause(Cause.Reason.PBX_LOST, "PBX " + lost.pbx() + ": " + lost.why()), lost.atMs());
        }
    }

    /**
     * @param leftLive the records of calls that an earlier run did not see end
     * @param onFault  is told of a closed record whose time line does not tile: an alarm, and a defect of this program
     */
    public CallRecorder(RecordLimits limits, List<CallRecord> leftLive, Consumer<String> onFault) {
        this.limits = limits;
        this.onFault = onFault;
        this.closed = bounded(limits.closed());
        this.decided = bounded(limits.closed());
        this.causes = new LateCauses(limits.live());
        for (CallRecord record : leftLive) {
            live.put(record.call(), new LiveRecord(record, limits));
            left.add(record.call());
        }
    }

    /** Takes in the events of one or more whole steps; each call that they touch is in the answer once. */
    public List<RecordChange> apply(List<AcdEvent> events) {
        Map<CallId, CallRecord> touched = new LinkedHashMap<>();
        List<RecordChange> decisions = new ArrayList<>();
        Map<PbxId, Closing> closings = new LinkedHashMap<>();
        for (AcdEvent event : events) {
            Optional<LateCauses.Verdict> verdict = causes.apply(event);
            switch (event) {
                case AcdEvent.OfCall ofCall ->
                    apply(ofCall, verdict, decisions).ifPresent(now -> touched.put(now.call(), now));
                case AcdEvent.SetupChanged changed -> configure(changed.setup());
                case AcdEvent.CallbackChanged changed -> decisions.add(new RecordChange.CallbackKept(changed.callback()));
                case AcdEvent.LinkChanged link when link.up() ->
                    closings.putIfAbsent(link.pbx(), new Closing(Cause.UNSEEN, link.atMs()));
                case AcdEvent.PbxLost lost -> closings.put(lost.pbx(), Closing.of(lost));
                default -> { }
            }
        }
        closings.forEach((pbx, how) -> closeThoseGone(pbx, how).forEach(record -> touched.put(record.call(), record)));
        List<RecordChange> changes = new ArrayList<>();
        touched.values().forEach(record -> changes.add(new RecordChange.CallKept(record)));
        changes.addAll(decisions);
        return changes;
    }

    /** Calls that are being recorded. */
    public int live() {
        return live.size();
    }

    /** Events that belonged to no live call. */
    public long strays() {
        return strays;
    }

    /** Late calls by cause, each counted when somebody picked up or it ended. */
    public Map<LateCause, Long> late() {
        return Map.copyOf(late);
    }

    private Optional<CallRecord> apply(AcdEvent.OfCall event, Optional<LateCauses.Verdict> verdict,
                                       List<RecordChange> decisions) {
        LiveRecord record = recordOf(event);
        if (record == null) {
            strays++;
            return Optional.empty();
        }
        left.remove(event.call());
        record.apply(event);
        record.asks(asked);
        verdict.ifPresent(told -> late(record, told));
        if (event instanceof OfferMade made && decided.add(made.offer()) && record.takesDecision(limits.decisions())) {
            decisions.add(new RecordChange.DecisionKept(
                    new KeptDecision(made.call(), made.offer(), made.atMs(), made.decision())));
        }
        return Optional.of(closeIfOver(record.record()));
    }

    private void configure(Setup setup) {
        pbxs = setup.pbxs();
        Map<QueueId, List<SkillId>> now = new HashMap<>();
        setup.queues().forEach((id, queue) -> now.put(id, queue.demands().stream().map(SkillDemand::skill).toList()));
        asked = now;
    }

    private void late(LiveRecord record, LateCauses.Verdict told) {
        record.late(told.lateness().orElse(null));
        Lateness why = record.late();
        if (told.last() && why != null) {
            late.merge(why.cause(), 1L, Long::sum);
        }
    }

    private LiveRecord recordOf(AcdEvent.OfCall event) {
        LiveRecord known = live.get(event.call());
        if (known != null || closed.contains(event.call()) || live.size() >= limits.live()) {
            return known;
        }
        LiveRecord opened = switch (event) {
            case CallArrived arrived -> new LiveRecord(arrived, limits);
            case AcdEvent.CallbackTried tried -> new LiveRecord(tried, limits);
            default -> null;
        };
        if (opened != null) {
            live.put(event.call(), opened);
        }
        return opened;
    }

    private CallRecord closeIfOver(CallRecord record) {
        if (!record.isLive()) {
            live.remove(record.call());
            closed.add(record.call());
            TimeLine.fault(record).ifPresent(onFault);
        }
        return record;
    }

    /** What an earlier run left at this PBX and was not found there, or at one that is no more. */
    private List<CallRecord> closeThoseGone(PbxId pbx, Closing how) {
        List<CallRecord> gone = new ArrayList<>();
        for (CallId call : List.copyOf(left)) {
            LiveRecord record = live.get(call);
            if (record.pbx().equals(pbx) || !pbxs.contains(record.pbx())) {
                left.remove(call);
                record.endUnseen(how.cause(), how.atMs());
                gone.add(closeIfOver(record.record()));
            }
        }
        return gone;
    }

    /** A set that forgets what was added first when it holds more than {@code most}. */
    private static <T> Set<T> bounded(int most) {
        return Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                return size() > most;
            }
        });
    }
}
