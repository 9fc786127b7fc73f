package io.halfminute.simulation;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What lies between PBX and machine, with its faults. It keeps the port's contract: events of one call stay in order,
 * repetitions and orphans may come at any time, and after a lost link or a noticed gap there is a snapshot.
 */
final class Wire {

    private enum Link { UP, DOWN, SYNCHRONISING }

    private final Agenda agenda;
    private final Habits.OfPbx habits;
    private final RandomGenerator chance;
    private final Consumer<PbxEvent> toMachine;
    private final Consumer<PbxCommand> toPbx;
    private final Supplier<PbxEvent.Snapshot> snapshot;
    private final Map<CallId, Long> notBeforeMs = new HashMap<>();
    private final List<PbxEvent> held = new ArrayList<>();
    private Faults faults;
    private Link link = Link.SYNCHRONISING;
    private int connection;
    private long orphans;

    Wire(Plan plan, Agenda agenda, RandomGenerator chance, Consumer<PbxEvent> toMachine, Consumer<PbxCommand> toPbx,
         Supplier<PbxEvent.Snapshot> snapshot) {
        this.agenda = agenda;
        this.habits = plan.pbx();
        this.faults = plan.faults();
        this.chance = chance;
        this.toMachine = toMachine;
        this.toPbx = toPbx;
        this.snapshot = snapshot;
    }

    /** From now on all goes well. */
    void mend() {
        faults = Faults.NONE;
    }

    void command(PbxCommand command) {
        if (link != Link.UP || happens(faults.commandVanishes())) {
            return;
        }
        if (happens(faults.commandFails())) {
            agenda.in(habits.commandMs(), () -> failed(command));
        } else {
            agenda.in(habits.commandMs(), () -> toPbx.accept(command));
        }
    }

    private void failed(PbxCommand command) {
        long now = agenda.nowMs();
        switch (command) {
            case PbxCommand.Offer offer -> event(new PbxEvent.CommandFailed(offer.call(), offer.offer(), "fault", now));
            case PbxCommand.Retrieve other -> event(new PbxEvent.CommandFailed(other.call(), OfferId.NONE, "fault", now));
            case PbxCommand.Refuse other -> event(new PbxEvent.CommandFailed(other.call(), OfferId.NONE, "fault", now));
            case PbxCommand.Divert other -> event(new PbxEvent.CommandFailed(other.call(), OfferId.NONE, "fault", now));
            case PbxCommand.CallBack back -> event(new PbxEvent.CommandFailed(back.call(), back.offer(), "fault", now));
            case PbxCommand.ConfirmCallback other -> event(new PbxEvent.CommandFailed(other.call(), OfferId.NONE, "fault", now));
            case PbxCommand.HangUp _, PbxCommand.TellWait _, PbxCommand.ProposeCallback _, PbxCommand.KeepFallback _ -> { }
        }
    }

    void event(PbxEvent event) {
        switch (link) {
            case DOWN -> { }
            case SYNCHRONISING -> held.add(event);
            case UP -> send(event);
        }
    }

    private void send(PbxEvent event) {
        if (happens(faults.eventLost())) {
            compareIn(chance.nextLong(faults.lateMs()));
            return;
        }
        long atMs = atMs(event);
        deliver(event, atMs);
        if (happens(faults.eventTwice())) {
            deliver(event, atMs + chance.nextLong(faults.lateMs()));
        }
        if (happens(faults.orphan())) {
            deliver(orphan(), atMs);
        }
    }

    /** Later than usual if chance wants it so, and never before what was told of the same call. */
    private long atMs(PbxEvent event) {
        long lateMs = happens(faults.eventLate()) ? chance.nextLong(faults.lateMs()) : 0;
        long atMs = agenda.nowMs() + habits.eventMs() + lateMs;
        if (faults.eventLate() == 0 || !(event instanceof PbxEvent.OfCall ofCall)) {
            return atMs;
        }
        return notBeforeMs.merge(ofCall.call(), atMs, Math::max);
    }

    private PbxEvent orphan() {
        CallId nobody = new CallId("orphan." + orphans++);
        long now = agenda.nowMs();
        return chance.nextBoolean() ? new PbxEvent.CallEnded(nobody, Cause.UNSEEN, now)
                : new PbxEvent.CallWaiting(nobody, new OfferId(orphans), now);
    }

    private void deliver(PbxEvent event, long atMs) {
        int mine = connection;
        agenda.at(atMs, () -> {
            if (connection == mine) {
                toMachine.accept(event);
            }
        });
    }

    /** The connection is lost; what was on its way is lost with it. */
    void lose() {
        if (link == Link.UP) {
            link = Link.DOWN;
            connection++;
            toMachine.accept(new PbxEvent.LinkLost("fault", agenda.nowMs()));
        }
    }

    /** The connection is there (again): a snapshot, and only then what happens from now on. */
    void connect() {
        link = Link.SYNCHRONISING;
        PbxEvent.Snapshot all = snapshot.get();
        agenda.in(habits.eventMs(), () -> {
            toMachine.accept(all);
            link = Link.UP;
            held.forEach(this::send);
            held.clear();
        });
    }

    boolean isUp() {
        return link == Link.UP;
    }

    /** A comparison while all goes on; by the time it is told it may be a little old. */
    void compareIn(long ms) {
        int mine = connection;
        agenda.in(ms, () -> {
            if (connection == mine && link == Link.UP) {
                deliver(snapshot.get(), agenda.nowMs() + habits.eventMs() + chance.nextLong(100));
            }
        });
    }

    private boolean happens(double probability) {
        return probability > 0 && chance.nextDouble() < probability;
    }
}
