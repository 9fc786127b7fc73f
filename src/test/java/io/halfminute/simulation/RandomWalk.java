package io.halfminute.simulation;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A machine that is told anything for a while, and then nothing wrong any more. */
final class RandomWalk {

    private final AnyInput any;
    private final RandomGenerator chance;
    private final Machine machine;
    private final Watch watch;
    private final Consumer<Outputs> seen;
    private long nowMs = 1_000_000;

    private RandomWalk(long seed, boolean callsBack, UnaryOperator<Machine> spoilt, Watch watch, Consumer<Outputs> seen) {
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        any = new AnyInput(chance, callsBack);
        machine = spoilt.apply(Machine.of(new Acd(any.setup(), 1)));
        this.watch = watch;
        this.seen = seen;
    }

    /**
     * @param watch  who looks on
     * @param spoilt makes the machine that is walked over out of the real one
     * @param seen   gets the outputs of each step
     * @throws RuleBroken when a rule is broken, with the seed
     */
    static void walk(long seed, int steps, UnaryOperator<Machine> spoilt, Watch watch, Consumer<Outputs> seen) {
        walk(seed, steps, false, spoilt, watch, seen);
    }

    /** The same of a hotline that calls back, with checkers that know of calls of its own. */
    static void callingBack(long seed, int steps, Watch watch) {
        walk(seed, steps, true, UnaryOperator.identity(), watch, _ -> { });
    }

    private static void walk(long seed, int steps, boolean callsBack, UnaryOperator<Machine> spoilt, Watch watch,
                             Consumer<Outputs> seen) {
        try {
            new RandomWalk(seed, callsBack, spoilt, watch, seen).walk(steps);
        } catch (RuntimeException broken) {
            throw new RuleBroken("seed " + seed + ": " + (broken instanceof RuleBroken ? broken.getMessage()
                    : broken + " at " + Arrays.toString(broken.getStackTrace())));
        }
    }

    private void walk(int steps) {
        for (int i = 0; i < steps; i++) {
            pass();
            step(any.next(nowMs));
        }
        AnyPbxEvent.silence(nowMs + 60_000).forEach(silence -> step(new AcdInput.FromPbx(silence)));
        while (machine.nextDeadlineMs() < Long.MAX_VALUE) {
            nowMs = Math.max(nowMs, machine.nextDeadlineMs());
            step(new AcdInput.Tick());
        }
        watch.settled();
    }

    /** Mostly a moment, at times long, at times a little back; what becomes due is rung in time or late. */
    private void pass() {
        nowMs += switch (chance.nextInt(20)) {
            case 0 -> chance.nextInt(30_000);
            case 1 -> -chance.nextInt(20);
            default -> chance.nextInt(800);
        };
        if (chance.nextInt(4) > 0 && machine.nextDeadlineMs() <= nowMs) {
            step(new AcdInput.Tick());
        }
    }

    private void step(AcdInput input) {
        Outputs outputs = machine.apply(input, nowMs);
        watch.see(input, outputs, nowMs);
        any.heard(outputs);
        seen.accept(outputs);
    }
}
