package io.halfminute.simulation;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Callers dial by Poisson's law, with a rate that is constant within an hour, or as they did on a recorded day. */
final class Callers {

    private final Plan plan;
    private final Agenda agenda;
    private final Dice dice;
    private final RandomGenerator arrivals;
    private final Consumer<Caller> dials;
    private long number;

    Callers(Plan plan, Agenda agenda, Dice dice, Consumer<Caller> dials) {
        this.plan = plan;
        this.agenda = agenda;
        this.dice = dice;
        this.arrivals = dice.of(Dice.Purpose.ARRIVALS);
        this.dials = dials;
    }

    void start() {
        if (plan.recorded().isEmpty()) {
            planNext(0);
        } else {
            planRecorded(0);
        }
    }

    private void planRecorded(int index) {
        if (index < plan.recorded().size()) {
            KnownCall call = plan.recorded().get(index);
            agenda.at(Plan.START_MS + call.afterStartMs(), () -> {
                dials.accept(again(call));
                planRecorded(index + 1);
            });
        }
    }

    /** What the record knows of him; the rest is drawn. */
    private Caller again(KnownCall call) {
        Demand kind = plan.demands().stream().filter(demand -> demand.dialled().equals(call.dialled())).findFirst()
                .orElse(plan.demands().getFirst());
        Caller drawn = draw(kind, dice.of(Dice.Purpose.CALLER, number));
        return new Caller(drawn.number(), call.dialled(), drawn.flowMs(),
                call.patienceMs() == KnownCall.UNKNOWN ? drawn.patienceMs() : call.patienceMs(),
                call.talkMs() == KnownCall.UNKNOWN ? drawn.talkMs() : call.talkMs(), drawn.hangsUpFirst(),
                drawn.chance());
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
        RandomGenerator chance = dice.of(Dice.Purpose.CALLER, number);
        dials.accept(draw(kind(chance, (int) (afterStartMs / Plan.HOUR_MS)), chance));
        planNext(afterStartMs);
    }

    private Caller draw(Demand kind, RandomGenerator chance) {
        long mine = number++;
        Habits.OfCallers habits = kind.callers();
        return new Caller(mine, kind.dialled(), habits.flow().drawMs(chance), habits.patience().drawMs(chance),
                habits.talk().drawMs(chance), chance.nextDouble() < habits.hangsUpFirst(),
                dice.of(Dice.Purpose.AT_PHONE, mine));
    }

    private Demand kind(RandomGenerator chance, int hour) {
        double left = chance.nextDouble() * plan.callsPerHour(hour);
        for (Demand demand : plan.demands()) {
            left -= demand.callsPerHour(hour);
            if (left < 0) {
                return demand;
            }
        }
        return plan.demands().getLast();
    }
}
