package io.halfminute.simulation;

import io.halfminute.routing.IdleAgent;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** What becomes of calls on a {@link Floor}, in batches of equally many; the first batch, in which it fills up, is left out. */
final class FloorBatches implements FloorPlan.Watch {

    /** Tests play so many times as many calls as they do by default: {@code -Dhalfminute.longer=30}. */
    static final int LONGER = Integer.getInteger("halfminute.longer", 1);
    /** Longer waits are counted as this long. */
    private static final int MOST_WAIT_S = 7_200;
    private static final double TENTHS_S = 10;
    /** So many batches are counted. */
    static final int BATCHES = 25;
    /** Student's t, {@link #BATCHES} - 1 degrees of freedom, two sides, 0.05. */
    private static final double T_95 = 2.064;
    /** The same with one degree of freedom less. */
    private static final double T_95_CONTROLLED = 2.069;

    /** One batch; waits in seconds. */
    static final class Batch {
        final double[] letIn;
        final double[] inTime;
        double refused;
        double waited;
        double gaveUp;
        double waitS;
        double talks;
        double talkS;
        long from = Long.MAX_VALUE;
        long to;

        Batch(int streams) {
            letIn = new double[streams];
            inTime = new double[streams];
        }

        double letIn() {
            return Arrays.stream(letIn).sum();
        }

        double inTime() {
            return Arrays.stream(inTime).sum();
        }

        double calls() {
            return letIn() + refused;
        }

        /** How much work chance has brought, in erlangs. */
        double offered() {
            return calls() * 1e6 / (to - from) * talkS / talks;
        }

        private void at(long now) {
            from = Math.min(from, now);
            to = now;
        }
    }

    /** A mean, give or take with 95 of 100. */
    record Figure(double mean, double error) {
        double halfWidth() {
            return T_95 * error;
        }

        @Override
        public String toString() {
            return String.format("%.4f ± %.4f", mean, halfWidth());
        }
    }

    private final Batch[] batches;
    private final int size;
    private final int streams;
    private final long target;
    private final long[] waits = new long[(int) (MOST_WAIT_S * TENTHS_S) + 1];
    private Batch talking;
    private long longest;
    private long seen;

    /** @param size calls in a batch */
    FloorBatches(int size, int streams, long target) {
        this.batches = new Batch[BATCHES + 1];
        Arrays.setAll(this.batches, _ -> new Batch(streams));
        this.size = size;
        this.streams = streams;
        this.target = target;
    }

    /** All calls that it has room for. */
    long calls() {
        return (long) batches.length * size;
    }

    private Batch batch() {
        return batches[(int) Math.min(seen++ / size, batches.length - 1)];
    }

    @Override
    public void refused(FloorCall call) {
        Batch batch = batch();
        batch.refused++;
        batch.at(call.arrived());
    }

    @Override
    public void answered(FloorCall call, long waited, IdleAgent by) {
        Batch batch = batch();
        batch.letIn[call.stream()]++;
        if (waited <= target) {
            batch.inTime[call.stream()]++;
        }
        wait(batch, waited);
        batch.at(call.arrived() + waited);
        talking = batch;
    }

    @Override
    public void talks(FloorCall call, long talk) {
        talking.talks++;
        talking.talkS += talk / 1e6;
    }

    @Override
    public void gaveUp(FloorCall call, long waited) {
        Batch batch = batch();
        batch.letIn[call.stream()]++;
        batch.gaveUp++;
        wait(batch, waited);
        batch.at(call.arrived() + waited);
    }

    private void wait(Batch batch, long waited) {
        if (waited > 0) {
            batch.waited++;
            batch.waitS += waited / 1e6;
        }
        longest = Math.max(longest, waited);
        waits[(int) Math.min(waited / 1e6 * TENTHS_S, MOST_WAIT_S * TENTHS_S)]++;
    }

    /** One sum as part of another. */
    Figure ratio(ToDoubleFunction<Batch> part, ToDoubleFunction<Batch> whole) {
        Ratio ratio = Ratio.of(counted(part), counted(whole));
        return new Figure(ratio.mean(), ratio.error());
    }

    /** The same, freed of the chance that more or less work came than so many erlangs. */
    Figure ratio(ToDoubleFunction<Batch> part, ToDoubleFunction<Batch> whole, double erlangs) {
        Controlled freed = Controlled.of(counted(batch -> part.applyAsDouble(batch) / whole.applyAsDouble(batch)),
                counted(Batch::offered), erlangs);
        return new Figure(freed.mean(), freed.error() * T_95_CONTROLLED / T_95);
    }

    private double[] counted(ToDoubleFunction<Batch> figure) {
        return Arrays.stream(batches).skip(1).mapToDouble(figure).toArray();
    }

    Figure refused() {
        return ratio(batch -> batch.refused, Batch::calls);
    }

    Figure waited() {
        return ratio(batch -> batch.waited, Batch::letIn);
    }

    Figure inTime() {
        return ratio(Batch::inTime, Batch::letIn);
    }

    Figure gaveUp() {
        return ratio(batch -> batch.gaveUp, Batch::letIn);
    }

    /** {@link #inTime}, when so many erlangs were offered. */
    Figure inTime(double erlangs) {
        return ratio(Batch::inTime, Batch::letIn, erlangs);
    }

    /** {@link #meanWaitS}, when so many erlangs were offered. */
    Figure meanWaitS(double erlangs) {
        return ratio(batch -> batch.waitS, Batch::letIn, erlangs);
    }

    Figure meanWaitS() {
        return ratio(batch -> batch.waitS, Batch::letIn);
    }

    /** The share in time of the stream that has the smallest. */
    double worstInTime() {
        double worst = 1;
        for (int stream = 0; stream < streams; stream++) {
            int each = stream;
            worst = Math.min(worst, ratio(batch -> batch.inTime[each], batch -> batch.letIn[each]).mean());
        }
        return worst;
    }

    /** So many waited at most so long, in seconds; of all who were let in. */
    double quantileS(double share) {
        long all = Arrays.stream(waits).sum();
        long below = 0;
        int tenth = -1;
        while (below < share * all) {
            below += waits[++tenth];
        }
        return (tenth + 1) / TENTHS_S;
    }

    double longestS() {
        return longest / 1e6;
    }
}
