package io.halfminute.forecast;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/** What many plays of one picture came to. */
final class Sample {

    private final Picture picture;
    private final int plays;
    private final long[][] answersMs;
    private final int[][] known;
    private final int[][] inTime;
    private int played;

    private Sample(Picture picture, int plays) {
        this.picture = picture;
        this.plays = plays;
        this.answersMs = new long[picture.calls().size() + picture.queues().size()][plays];
        this.known = new int[plays][];
        this.inTime = new int[plays][];
    }

    /**
     * Plays so often, or until it is enough.
     *
     * @param enough asked after each play but the first ones
     */
    static Sample of(Picture picture, int aheadMs, int plays, long seed, BooleanSupplier enough) {
        Sample sample = new Sample(picture, plays);
        Play play = new Play(picture, aheadMs);
        do {
            sample.take(play.play(seed + sample.played * 0x9E3779B97F4A7C15L));
        } while (sample.played < plays && !enough.getAsBoolean());
        return sample;
    }

    private void take(Outcome outcome) {
        for (int i = 0; i < answersMs.length; i++) {
            answersMs[i][played] = outcome.answers()[i];
        }
        known[played] = outcome.known().clone();
        inTime[played] = outcome.inTime().clone();
        played++;
    }

    int played() {
        return played;
    }

    /** When call number {@code i} of the picture, or beyond them a queue's probe, is answered; ascending. */
    long[] answers(int i) {
        long[] sorted = Arrays.copyOf(answersMs[i], played);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The service level of one queue. */
    Forecast.Expected expected(int queue) {
        return expected(play -> known[play][queue], play -> inTime[play][queue]);
    }

    /** The service level of the hotline. */
    Forecast.Expected expected() {
        return expected(play -> Arrays.stream(known[play]).sum(), play -> Arrays.stream(inTime[play]).sum());
    }

    private Forecast.Expected expected(IntUnaryOperator of, IntUnaryOperator good) {
        double calls = 0;
        double[] shares = new double[played];
        int some = 0;
        for (int play = 0; play < played; play++) {
            int all = of.applyAsInt(play);
            calls += all;
            if (all > 0) {
                shares[some++] = (double) good.applyAsInt(play) / all;
            }
        }
        if (some == 0) {
            return Forecast.Expected.NONE;
        }
        Arrays.sort(shares, 0, some);
        return new Forecast.Expected(shares[some / 2], shares[some / 10], shares[some - 1 - some / 10], calls / played);
    }

    /** By how much more of all calls are in time than in {@code other}, of the same plays; and twice the error of that. */
    Lift over(Sample other) {
        int both = Math.min(played, other.played);
        double sum = 0;
        double squares = 0;
        for (int play = 0; play < both; play++) {
            double lift = share(play) - other.share(play);
            sum += lift;
            squares += lift * lift;
        }
        double mean = sum / both;
        return new Lift(mean, 2 * Math.sqrt(Math.max(0, squares / both - mean * mean) / both));
    }

    /**
     * How much an act does.
     *
     * @param error by how much the mean may be off by chance
     */
    record Lift(double mean, double error) {
    }

    private double share(int play) {
        int all = Arrays.stream(known[play]).sum();
        return all == 0 ? 1 : (double) Arrays.stream(inTime[play]).sum() / all;
    }
}
