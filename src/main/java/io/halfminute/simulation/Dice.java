package io.halfminute.simulation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * All chance, from one seed. Each purpose, and each caller and agent in it, has a generator of its own: one draw more for
 * one of them leaves the others as they were, so that two policies are compared on the same callers.
 */
final class Dice {

    /** What a draw is for. */
    enum Purpose { ARRIVALS, CALLER, AT_PHONE, AT_WORK, AFTER_WORK, WIRE, LINK, CALLED_BACK }

    /** The odd constant of the golden ratio, with which SplitMix generators spread neighbouring numbers. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory.of("L64X128MixRandom");

    private final long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    RandomGenerator of(Purpose purpose) {
        return of(purpose, 0);
    }

    /** For the caller or agent with this number. */
    RandomGenerator of(Purpose purpose, long number) {
        return FACTORY.create(mixed(mixed(seed + SPREAD * (purpose.ordinal() + 1)) + SPREAD * (number + 1)));
    }

    /** SplitMix64's finisher (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
