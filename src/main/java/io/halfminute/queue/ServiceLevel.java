package io.halfminute.queue;

import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * "Eighty per cent in thirty seconds", as eight products and vendors count it. On one and the same day they give figures
 * from 64 to 80 per cent, so a figure without its definition says nothing, and every figure of ours names the one it used:
 * {@link #OF_ALL_CALLS}, the only one that routing, menus and refusals cannot embellish.
 *
 * <p>Each is a share from 0 to 1 over {@link Counts}; a day without a call that counts has none.
 */
public enum ServiceLevel {

    /** Answered in time of all answered. Asterisk's {@code app_queue}, Wazo, Twilio Flex. Whoever gives up is not there. */
    OF_ANSWERED("answered in time / answered",
            Counts::answeredInTime,
            Counts::answered),

    /**
     * The second figure of Asterisk's {@code app_queue}: whoever hung up in time counts as a success. It takes time-outs
     * for abandoned and leaves out whoever left by a key.
     */
    REMOVED_OF_ANSWERED_AND_ABANDONED("(answered in time + hung up in time) / (answered + hung up + timed out)",
            counts -> counts.answeredInTime() + counts.hungUpInTime(),
            counts -> counts.answered() + counts.hungUp() + counts.timedOut()),

    /** Amazon Connect: everybody who was out of the line in time, by an answer, hanging up or a callback, of all queued. */
    REMOVED_OF_QUEUED("(answered, hung up or promised a callback in time) / queued",
            counts -> counts.answeredInTime() + counts.hungUpInTime() + counts.callbackInTime(),
            Counts::queued),

    /** Genesys with short abandons: answered in time of answered and abandoned. */
    OF_ANSWERED_AND_ABANDONED("answered in time / (answered + hung up)",
            Counts::answeredInTime,
            counts -> counts.answered() + counts.hungUp()),

    /** Genesys with its switch, RingCentral: whoever hangs up within a few seconds never called. */
    WITHOUT_SHORT_ABANDONS("answered in time / (answered + hung up - hung up at once)",
            Counts::answeredInTime,
            counts -> counts.answered() + counts.hungUp() - counts.hungUpAtOnce()),

    /** XCALLY: whoever hangs up before the target could be missed never called. */
    WITHOUT_ABANDONS_IN_TIME("answered in time / (answered + hung up late)",
            Counts::answeredInTime,
            counts -> counts.answered() + counts.hungUpLate()),

    /** Genesys with flow-outs: calls that left the line by time-out or key count against it. */
    WITH_FLOW_OUTS("answered in time / (answered + hung up + timed out + left by key)",
            Counts::answeredInTime,
            Counts::queued),

    /** Ours: of all calls that reached the hotline, also those refused, closed out, or hung up in the menu (TEL-30). */
    OF_ALL_CALLS("answered in time / all calls that reached the hotline",
            Counts::answeredInTime,
            counts -> counts.queued() + counts.neverQueued());

    private final String formula;
    private final ToLongFunction<Counts> good;
    private final ToLongFunction<Counts> all;

    ServiceLevel(String formula, ToLongFunction<Counts> good, ToLongFunction<Counts> all) {
        this.formula = formula;
        this.good = good;
        this.all = all;
    }

    /** The formula in words. */
    public String formula() {
        return formula;
    }

    /** The share, 0 to 1; empty when no call counts. */
    public OptionalDouble of(Counts counts) {
        return share(good(counts), all(counts));
    }

    /** How many calls it calls a success. */
    public long good(Counts counts) {
        return good.applyAsLong(counts);
    }

    /** How many calls it counts at all. */
    public long all(Counts counts) {
        return all.applyAsLong(counts);
    }

    /** {@code good} of {@code all}, 0 to 1; empty when there are none. */
    public static OptionalDouble share(long good, long all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) good / all);
    }

    /**
     * A period's calls; each is in exactly one of the counts. "In time" is at or before the target, counted from the PBX's
     * answer.
     *
     * @param hungUpAtOnce   within the few seconds that some call a short abandon
     * @param hungUpSoon     later than that, but in time
     * @param timedOut       taken out of the line after a longest wait
     * @param callbackInTime left by a key, in time, for a promise to be called
     * @param leftByKey      left by a key otherwise
     * @param neverQueued    reached the hotline but no line: refused, closed, hung up in the menu
     */
    public record Counts(long answeredInTime, long answeredLate, long hungUpAtOnce, long hungUpSoon, long hungUpLate,
                         long timedOut, long callbackInTime, long leftByKey, long neverQueued) {

        public Counts {
            long least = LongStream.of(answeredInTime, answeredLate, hungUpAtOnce, hungUpSoon, hungUpLate, timedOut,
                    callbackInTime, leftByKey, neverQueued).min().orElseThrow();
            if (least < 0) {
                throw new IllegalArgumentException("a count is " + least + "; calls are counted from 0");
            }
        }

        /** No call. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** These calls and those. */
        public Counts plus(Counts more) {
            return new Counts(answeredInTime + more.answeredInTime, answeredLate + more.answeredLate,
                    hungUpAtOnce + more.hungUpAtOnce, hungUpSoon + more.hungUpSoon, hungUpLate + more.hungUpLate,
                    timedOut + more.timedOut, callbackInTime + more.callbackInTime, leftByKey + more.leftByKey,
                    neverQueued + more.neverQueued);
        }

        /** All. */
        public long total() {
            return queued() + neverQueued;
        }

        /** In time or not. */
        public long answered() {
            return answeredInTime + answeredLate;
        }

        /** At once or soon. */
        public long hungUpInTime() {
            return hungUpAtOnce + hungUpSoon;
        }

        /** All who hung up in the line. */
        public long hungUp() {
            return hungUpInTime() + hungUpLate;
        }

        /** All who stood in the line. */
        public long queued() {
            return answered() + hungUp() + timedOut + callbackInTime + leftByKey;
        }
    }
}
