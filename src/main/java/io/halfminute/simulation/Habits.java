package io.halfminute.simulation;

/** How callers, agents and the PBX behave when nothing is wrong. */
public final class Habits {

    private Habits() {
    }

    /**
     * @param flow          from the PBX's answer to the waiting room
     * @param patience      from the PBX's answer to hanging up unserved
     * @param talk          how long the conversation lasts
     * @param hangsUpFirst  how often it is the caller who ends it
     */
    public record OfCallers(Law flow, Law patience, Law talk, double hangsUpFirst) {

        /** People who order and complain: a menu of some seconds, three minutes of talk. */
        public static final OfCallers USUAL = new OfCallers(Law.between(2_000, 6_000), Law.logNormal(150_000, 0.8),
                Law.logNormal(180_000, 0.7), 0.6);
    }

    /**
     * @param pickUp           from ringing to answer
     * @param letsRing         how often he does not pick up
     * @param refuses          how often he presses the refuse key
     * @param endsWrapUpEarly  how often he says that he is ready before the limit
     * @param betweenBreaks    at work until the next break
     * @param breakLength      how long a break is
     * @param betweenPrivate   until the next call of his own on the phone
     * @param privateLength    how long that is
     */
    public record OfAgents(Law pickUp, double letsRing, double refuses, double endsWrapUpEarly, Law betweenBreaks,
                           Law breakLength, Law betweenPrivate, Law privateLength) {

        /** People. */
        public static final OfAgents USUAL = new OfAgents(Law.between(1_000, 6_000), 0.01, 0.003, 0.5,
                Law.exponential(7_200_000), Law.between(300_000, 900_000), Law.exponential(14_400_000),
                Law.between(30_000, 180_000));
        /** Machines: the agents of queueing theory. */
        public static final OfAgents TIRELESS = new OfAgents(Law.always(0), 0, 0, 0, Law.never(), Law.never(),
                Law.never(), Law.never());
    }

    /**
     * What callers do with callbacks.
     *
     * @param takes  how often one who is asked presses the key
     * @param toKey  from the beginning of the sentence to the key
     * @param busy   how often his phone is busy when he is called back
     * @param away   how often nobody picks it up
     * @param pickUp from its ringing to his answer
     */
    public record OfCalledBack(double takes, Law toKey, double busy, double away, Law pickUp) {

        /** An assumption, not a measurement: two of five take it, and one try of four is in vain. */
        public static final OfCalledBack USUAL = new OfCalledBack(0.4, Law.between(3_000, 9_000), 0.08, 0.17,
                Law.between(2_000, 15_000));
    }

    /**
     * @param command from a command to its effect
     * @param event   from a happening to its being told
     */
    public record OfPbx(int commandMs, int eventMs) {

        /** As measured on loopback, in whole milliseconds. */
        public static final OfPbx USUAL = new OfPbx(2, 1);
        /** The PBX of queueing theory. */
        public static final OfPbx INSTANT = new OfPbx(0, 0);
    }
}
