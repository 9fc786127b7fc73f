package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** An interval that is too narrow would prove anything. */
class ControlledTest {

    private static final int PIECES = 25;
    private static final int RUNS = 4_000;
    /** Student's t, 23 degrees of freedom, two sides, 0.05. */
    private static final double T_95 = 2.069;

    @Test
    void theIntervalHoldsTheTrueMeanNinetyFiveTimesOfAHundredAndIsNarrow() {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int held = 0;
        double error = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] controls = chance.doubles(PIECES).map(_ -> 84 + 0.2 * chance.nextGaussian()).toArray();
            double[] figures = Arrays.stream(controls).map(c -> 34 + 8 * (c - 84) + 0.7 * chance.nextGaussian()).toArray();
            Controlled freed = Controlled.of(figures, controls, 84);
            held += Math.abs(freed.mean() - 34) <= T_95 * freed.error() ? 1 : 0;
            error += freed.error() / RUNS;
        }
        assertEquals(0.95, held / (double) RUNS, 0.012);
        assertTrue(error < 1.15 * 0.7 / Math.sqrt(PIECES), error + " is hardly less than what the control brings in");
    }
}
