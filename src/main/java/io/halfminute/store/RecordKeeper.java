package io.halfminute.store;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput.RememberedAgent;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.ledger.CountingRules;
import io.halfminute.ledger.Definitions;
import io.halfminute.ledger.LedgerEntry;
import io.halfminute.ledger.RunningLevels;
import io.halfminute.callback.Callback;
import io.halfminute.pbx.CallId;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.AgentRecorder;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallRecorder;
import io.halfminute.record.RecordChange;
import io.halfminute.record.RecordLimits;
import io.halfminute.store.RecordWriter.Placed;
import io.halfminute.ticket.PhoneNumbers;
import io.halfminute.ticket.TicketListener;
import io.halfminute.why.LateCause;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records of everything that happens: events are folded, what came of it is written to the outbox, and from there to
 * PostgreSQL, where each call gets its ticket. {@link #accept} belongs to one thread; everything else to all.
 */
public final class RecordKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordKeeper.class);

    private final Outbox outbox;
    private final Drain drain;
    private final CallRecorder calls;
    private final AgentRecorder agents;
    private final RunningLevels levels = new RunningLevels(Definitions.HOUSE);
    private final List<RememberedAgent> remembered;
    private final Since since;
    private final InstantSource clock;
    private final long epoch;
    private final int mostHeld;
    private final List<Callback> callbacks;
    private final Deque<RecordChange> held = new ArrayDeque<>();
    private volatile int heldNow;
    private volatile long lost;
    private volatile long faults;
    private volatile int liveCalls;
    private volatile long strays;
    private volatile Map<LateCause, Long> late = Map.of();

    /**
     * Opens the outbox, takes over what an earlier run left, and begins to drain. The database may be away, if this machine
     * was the server before.
     *
     * @param listener is told the ticket of each call, the first time in this run that the call is stored
     */
    public static RecordKeeper open(Database database, KeeperSettings settings, TicketListener listener,
                                    InstantSource clock) {
        Outbox outbox = Outbox.open(settings.outboxFile(), settings.outbox());
        try {
            return new RecordKeeper(outbox, database, settings, listener, clock);
        } catch (RuntimeException e) {
            outbox.close();
            throw e;
        }
    }

    private RecordKeeper(Outbox outbox, Database database, KeeperSettings settings, TicketListener listener,
                         InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
        this.mostHeld = settings.heldChanges();
        TicketOpener tickets = new TicketOpener(new PhoneNumbers(settings.region()), settings.join());
        FirstTold told = new FirstTold(listener, settings.records().live());
        this.epoch = settings.epoch();
        this.drain = new Drain(outbox, database, new RecordWriter(tickets), settings.drain(), clock, told::tell);
        if (settings.shared()) {
            drain.drainLeftovers();
        }
        Inheritance left = settings.shared() ? Inheritance.ofOthers(outbox, database) : Inheritance.of(outbox, database);
        boolean remember = clock.millis() - left.lastAliveMs() <= settings.rememberAgentsMs();
        List<AgentActivity> open = remember ? left.agents() : List.of();
        this.remembered = open.stream().map(RecordKeeper::remembered).toList();
        this.callbacks = left.callbacks();
        this.since = new Since(left.newsMs(), left.calls().stream().map(CallRecord::call).toList());
        this.calls = new CallRecorder(settings.records(), left.calls(), this::fault);
        this.agents = new AgentRecorder(open, left.lastAliveMs());
        if (!remember) {
            keep(AgentRecorder.signOut(left.agents(), left.lastAliveMs()));
        }
        drain.start();
    }

    /**
     * Goes once, and for nothing, the way of a record to the disk and back, and looks what is in the database, so that the JVM has
     * loaded what it takes.
     *
     * @param folder for a file that is there meanwhile
     */
    public static void rehearse(Database database, Path folder, List<AcdEvent> events) {
        Path file = folder.resolve("rehearsal.db");
        try (Outbox outbox = Outbox.open(file, OutboxLimits.DEFAULT)) {
            List<RecordChange> changes = new CallRecorder(RecordLimits.DEFAULT, List.of(), fault -> { }).apply(events);
            outbox.append(1, changes.stream().map(change -> new Kept(1, change).toJson()).toList(),
                    changes.stream().flatMap(RecordKeeper::living).toList());
            outbox.oldest(1).forEach(entry -> Kept.of(entry.body()));
            Inheritance.ofOthers(outbox, database);
        } finally {
            for (String part : List.of("", "-wal", "-shm")) {
                file.resolveSibling(file.getFileName() + part).toFile().delete();
            }
        }
    }

    /** The states in which the run before left its agents, for the machine's {@code RestoreAgents}. */
    public List<RememberedAgent> rememberedAgents() {
        return remembered;
    }

    /** The callbacks that the run before left open, for the machine's {@code RestoreCallbacks}. */
    public List<Callback> openCallbacks() {
        return callbacks;
    }

    /** What was on record when this was opened. */
    public Since since() {
        return since;
    }

    /**
     * What earlier runs have left on record.
     *
     * @param newsMs all that happened to calls until then, in milliseconds since 1970 on the PBX's clock; 0 when there was none
     * @param open   calls whose end is not on record
     */
    public record Since(long newsMs, List<CallId> open) {
    }

    /**
     * Takes in the events of one or more whole steps of the machine. When it returns they are on the disk.
     */
    public void accept(List<AcdEvent> events) {
        List<RecordChange> changes = new ArrayList<>(calls.apply(events));
        changes.addAll(agents.apply(events));
        changes.forEach(this::count);
        liveCalls = calls.live();
        strays = calls.strays();
        late = calls.late();
        keep(changes);
    }

    /** Each call's last record goes into the ledger, and here. */
    private void count(RecordChange change) {
        if (change instanceof RecordChange.CallKept(var call) && !call.isLive()) {
            levels.add(LedgerEntry.of(call, CountingRules.PRESENT));
        }
    }

    /** The service level of the calls that have ended in this run. */
    public RunningLevels levels() {
        return levels;
    }

    /** How it does. */
    public KeeperStats stats() {
        Outbox.Depth depth = outbox.depth();
        return new KeeperStats(depth.rows(), depth.bytes(), depth.oldestMs(), depth.aside(), depth.alarm(), drain.drained(),
                drain.failures(), drain.lastFailure(), heldNow, lost, liveCalls, strays, faults);
    }

    /** How many calls were late for this cause in this run. */
    public long late(LateCause cause) {
        return late.getOrDefault(cause, 0L);
    }

    /** Stops; what PostgreSQL has not taken in yet waits on the disk for the next start. */
    @Override
    public void close() {
        drain.close();
        outbox.close();
    }

    /** A disk that cannot be written is tried again with the next events; until then there is the memory. */
    private void keep(List<RecordChange> changes) {
        held.addAll(changes);
        if (held.isEmpty()) {
            return;
        }
        try {
            outbox.append(clock.millis(), newsMs(), held.stream().map(change -> new Kept(epoch, change).toJson()).toList(),
                    held.stream().flatMap(RecordKeeper::living).toList());
            held.clear();
            drain.signal();
        } catch (RuntimeException e) {
            LOG.error("{} changes of records cannot be written to the disk and are held in memory: {}", held.size(),
                    e.getMessage());
            dropOldest();
        }
        heldNow = held.size();
    }

    private long newsMs() {
        return held.stream().flatMapToLong(change -> change instanceof RecordChange.CallKept(CallRecord call)
                ? LongStream.of(call.milestones().arrivedMs(), call.milestones().endedMs()) : LongStream.empty()).max().orElse(0);
    }

    private void dropOldest() {
        while (held.size() > mostHeld) {
            held.removeFirst();
            lost++;
        }
    }

    private void fault(String what) {
        faults++;
        LOG.error("a time line does not tile, which is a defect of this program: {}", what);
    }

    private static Stream<Outbox.Living> living(RecordChange change) {
        return switch (change) {
            case RecordChange.CallKept(var call) -> Stream.of(new Outbox.Living(Inheritance.CALL, call.call().value(),
                    call.isLive() ? Json.write(call) : null));
            case RecordChange.ActivityKept(var ended, var begun) -> Stream.of(new Outbox.Living(Inheritance.AGENT,
                    (begun == null ? ended : begun).agent().value(), begun == null ? null : Json.write(begun)));
            case RecordChange.CallbackKept(var callback) -> Stream.of(new Outbox.Living(Inheritance.CALLBACK,
                    callback.id().toString(), callback.isOpen() ? Json.write(callback) : null));
            case RecordChange.DecisionKept _ -> Stream.empty();
        };
    }

    private static RememberedAgent remembered(AgentActivity activity) {
        return new RememberedAgent(activity.agent(), activity.state(), pause(activity), activity.fromMs());
    }

    private static PauseReason pause(AgentActivity activity) {
        if (activity.state() != AgentState.PAUSED) {
            return null;
        }
        try {
            return new PauseReason(activity.reason());
        } catch (IllegalArgumentException noCode) {
            return PauseReason.SIGNED_IN;
        }
    }

    /** Tells of each call once in this run. */
    private static final class FirstTold {
        private final TicketListener listener;
        private final Set<CallId> told;

        FirstTold(TicketListener listener, int most) {
            this.listener = listener;
            this.told = BoundedSet.of(most);
        }

        void tell(Placed call) {
            if (told.add(call.call())) {
                listener.ticketOfCall(call.call(), call.ticket(), call.joined());
            }
        }
    }
}
