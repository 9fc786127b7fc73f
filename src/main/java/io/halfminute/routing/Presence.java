package io.halfminute.routing;

/**
 * What an agent can be counted on for at present.
 *
 * @param kind     what he does
 * @param perTalk  1 / the mean time of the conversation that he is in, in 10^-12 / ms; 0 unless he talks
 * @param untilMs  when his wrap-up ends at the latest; 0 unless he wraps up
 * @param pickUpMs within which time he picks up in 19 of 20 cases
 */
public record Presence(Kind kind, long perTalk, long untilMs, int pickUpMs) {

    /** Rates are summed up as whole numbers, so that taking one away again leaves no trace. */
    static final double UNIT = 1e12;

    /** What an agent does, as far as those who wait care. */
    public enum Kind {
        /** Not at work, in a pause or a call of his own, or about to leave: nobody knows when he will be free. */
        AWAY,
        /** Free, or resting for some seconds. */
        FREE,
        /** Held by a call. */
        TALKS,
        /** Wraps up. */
        WRAPS_UP
    }

    /** Nobody to count on. */
    public static final Presence AWAY = new Presence(Kind.AWAY, 0, 0, 0);

    static Presence free(int pickUpMs) {
        return new Presence(Kind.FREE, 0, 0, pickUpMs);
    }

    static Presence talks(double meanMs, int pickUpMs) {
        return new Presence(Kind.TALKS, Math.round(UNIT / meanMs), 0, pickUpMs);
    }

    static Presence wrapsUp(long untilMs, int pickUpMs) {
        return new Presence(Kind.WRAPS_UP, 0, untilMs, pickUpMs);
    }
}
