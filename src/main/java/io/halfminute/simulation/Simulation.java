package io.halfminute.simulation;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.PbxEvent;

/**
 * One run: {@link Plan#hours()} of callers; then the faults stop, whoever is still there is served or gives up, the agents
 * leave, and everything must have settled.
 */
public final class Simulation {

    /** After the faults have stopped all that they left must be mended by itself within this time. */
    private static final long MENDED_MS = 120_000;

    private final Plan plan;
    private final Machine machine;
    private final Watch watch;
    private final Agenda agenda = new Agenda(Plan.START_MS);
    private final Tally tally = new Tally();
    private final Wire wire;
    private final SimulatedPbx pbx;
    private final Workforce workforce;
    private final Troubles troubles;
    private final Callers callers;
    private final Forgotten forgotten;

    private Simulation(Plan plan, Machine machine, Watch watch) {
        this.plan = plan;
        this.machine = machine;
        this.watch = watch;
        Dice dice = new Dice(plan.seed());
        pbx = new SimulatedPbx(plan, agenda, event -> tell(event));
        wire = new Wire(plan, agenda, dice.of(Dice.Purpose.WIRE), event -> step(new AcdInput.FromPbx(event)), pbx::take,
                pbx::snapshot);
        workforce = new Workforce(plan, agenda, dice, pbx, this::step);
        troubles = new Troubles(plan, agenda, wire, pbx, dice.of(Dice.Purpose.LINK));
        callers = new Callers(plan, agenda, dice, pbx::dial);
        forgotten = new Forgotten(plan, agenda, pbx, wire, watch);
    }

    /**
     * Plays the plan with the real machine and every checker.
     *
     * @throws RuleBroken when a rule is broken; the message has the time and the last steps
     */
    public static Report play(Plan plan) {
        return play(plan, Machine.of(new Acd(plan.setup(), 1)), Watch.inBatches());
    }

    /** The same with this machine and these checkers. */
    public static Report play(Plan plan, Machine machine, Watch watch) {
        return playDay(plan, machine, watch).report();
    }

    /** The same, with every call's fate. */
    public static Day playDay(Plan plan, Machine machine, Watch watch) {
        try {
            return new Simulation(plan, machine, watch).play();
        } catch (RuntimeException failed) {
            // A rule that was broken before tells more than what came of it.
            watch.catchUp();
            throw failed;
        }
    }

    private Day play() {
        step(new AcdInput.Tick());
        wire.connect();
        agenda.in(2L * plan.pbx().eventMs() + 1, workforce::start);
        callers.start();
        troubles.start();
        forgotten.start();
        long endMs = Plan.START_MS + plan.hours() * Plan.HOUR_MS;
        runUntil(endMs);
        troubles.end();
        runUntil(endMs + MENDED_MS);
        runUntilNobodyIsThere();
        workforce.end();
        forgotten.end();
        runUntil(agenda.nowMs() + MENDED_MS);
        runUntilNothingIsPromised();
        settled();
        return tally.day(plan, watch.steps());
    }

    /** Who comes and goes while nothing is told is seen by nobody. */
    private void settled() {
        watch.settled();
        boolean everythingTold = plan.faults().eventLost() == 0 && plan.faults().linkLostPerHour() == 0;
        if (tally.offered() > pbx.ended() || everythingTold && tally.offered() != pbx.ended()) {
            watch.broken("the PBX had " + pbx.ended() + " calls, the machine " + tally.offered());
        }
    }

    private void runUntil(long ms) {
        while (nextMs() <= ms) {
            advance();
        }
        agenda.passTo(ms);
    }

    private void runUntilNobodyIsThere() {
        while (pbx.present() > 0 && nextMs() < Long.MAX_VALUE) {
            advance();
        }
    }

    /** Nobody is at work any more, so whoever is still to be called back is given up when his time is over. */
    private void runUntilNothingIsPromised() {
        while (plan.setup().callbacks().most() > 0 && nextMs() < Long.MAX_VALUE) {
            advance();
        }
    }

    private long nextMs() {
        return Math.min(agenda.nextMs(), machine.nextDeadlineMs());
    }

    /** What the machine waits for comes before what happens at the same moment. */
    private void advance() {
        if (machine.nextDeadlineMs() <= agenda.nextMs()) {
            agenda.passTo(machine.nextDeadlineMs());
            step(new AcdInput.Tick());
        } else {
            agenda.next();
        }
    }

    private void tell(PbxEvent event) {
        wire.event(event);
    }

    private void step(AcdInput input) {
        Outputs outputs = machine.apply(input, agenda.nowMs());
        watch.see(input, outputs, agenda.nowMs());
        outputs.commands().forEach(wire::command);
        outputs.events().forEach(event -> {
            tally.see(event);
            workforce.see(event);
        });
    }
}
