package io.halfminute.forecast;

/**
 * How the forecast is made, as configured.
 *
 * @param everyMs how often
 * @param aheadMs how far it looks
 */
public record ForecastSpec(int everyMs, int aheadMs, Effort effort, Speech speech, Advice advice) {

    /** What ships. */
    public static final ForecastSpec DEFAULT = new ForecastSpec(5_000, 900_000, Effort.DEFAULT, Speech.DEFAULT,
            Advice.DEFAULT);

    /**
     * What it may cost.
     *
     * @param plays     how often the room is played on with chance, at most
     * @param budgetMs  processor time for one forecast; what has been played by then has to do
     * @param mostLagMs when its thread gets the processor so much later than it should, the machine is busy, and a forecast
     *                  is left out
     * @param kept      times remembered of each kind, such as the talks of one queue
     * @param mostCalls calls followed at a time
     * @param seed      all chance follows from it
     */
    public record Effort(int plays, int budgetMs, int mostLagMs, int kept, int mostCalls, long seed) {

        /** What ships. */
        public static final Effort DEFAULT = new Effort(200, 100, 250, 500, 5_000, 1);

        public Effort {
            atLeast("plays", plays, 20);
            atLeast("budgetMs", budgetMs, 1);
            atLeast("mostLagMs", mostLagMs, 1);
            atLeast("kept", kept, 1);
            atLeast("mostCalls", mostCalls, 1);
        }
    }

    /**
     * What a caller may be told.
     *
     * @param sure       of how many callers the time that they are told is to hold, 0 to 1
     * @param mostMs     longer times are not told
     * @param mostSpread nor those that are larger than so many times the middle one: they would say little
     */
    public record Speech(double sure, int mostMs, double mostSpread) {

        /** What ships. */
        public static final Speech DEFAULT = new Speech(0.8, 600_000, 3);

        public Speech {
            share("sure", sure);
            atLeast("mostMs", mostMs, 1);
        }
    }

    /**
     * When the board says what would help.
     *
     * @param aim            no advice while so much of all is expected to be in time, 0 to 1
     * @param margin         by how much an act must lift the forecast, 0 to 1
     * @param callBackMs     from calling somebody back from a pause to his being ready
     * @param callbacksTaken how many of those who would have to wait would take a callback if it were offered, 0 to 1; 0
     *                       while none can be offered
     */
    public record Advice(double aim, double margin, int callBackMs, double callbacksTaken) {

        /** What ships. */
        public static final Advice DEFAULT = new Advice(0.9, 0.03, 30_000, 0);

        public Advice {
            share("aim", aim);
            share("margin", margin);
            share("callbacksTaken", callbacksTaken);
            atLeast("callBackMs", callBackMs, 0);
        }
    }

    public ForecastSpec {
        atLeast("everyMs", everyMs, 100);
        atLeast("aheadMs", aheadMs, 60_000);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " " + value + ": at least " + least + " is needed");
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " " + value + ": 0 to 1 would do");
        }
    }
}
