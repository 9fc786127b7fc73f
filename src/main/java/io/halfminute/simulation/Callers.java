package io.halfminute.simulation;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Callers dial by Poisson's law, with a rate that is constant within an hour. */
final class Callers {

    private final Plan plan;
    private final Agenda agenda;
    private final Dice dice;
    private final RandomGenerator arrivals;
    private final Consumer<Caller> dials;
    private final double weights;
    private long number;

    Callers(Plan plan, Agenda agenda, Dice dice, Consumer<Caller> dials) {
        this.plan = plan;
        this.agenda = agenda;
        this.dice = dice;
        this.arrivals = dice.of(Dice.Purpose.ARRIVALS);
        this.dials = dials;
        this.weights = plan.numbers().stream().mapToDouble(Plan.Share::weight).sum();
    }

    void start() {
        planNext(0);
    }

    /** An hour without a draw that falls into it is left for the next: the law has no memory. */
    private void planNext(double afterStartMs) {
        double at = afterStartMs;
        for (int hour = (int) (at / Plan.HOUR_MS); hour < plan.hours(); hour++) {
            at = Math.max(at, (double) hour * Plan.HOUR_MS);
            double next = at + arrivals.nextExponential() * Plan.HOUR_MS / plan.callsPerHour(hour);
            if (next < (hour + 1.0) * Plan.HOUR_MS) {
                agenda.at(Plan.START_MS + Math.round(next), () -> dial(next));
                return;
            }
        }
    }

    private void dial(double afterStartMs) {
        dials.accept(draw());
        planNext(afterStartMs);
    }

    private Caller draw() {
        long mine = number++;
        RandomGenerator chance = dice.of(Dice.Purpose.CALLER, mine);
        Habits.OfCallers habits = plan.callers();
        return new Caller(mine, dialled(chance), habits.flow().drawMs(chance), habits.patience().drawMs(chance),
                habits.talk().drawMs(chance), chance.nextDouble() < habits.hangsUpFirst(),
                dice.of(Dice.Purpose.AT_PHONE, mine));
    }

    private String dialled(RandomGenerator chance) {
        double left = chance.nextDouble() * weights;
        for (Plan.Share share : plan.numbers()) {
            left -= share.weight();
            if (left < 0) {
                return share.dialled();
            }
        }
        return plan.numbers().getLast().dialled();
    }
}
