package io.halfminute.forecast;

import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What will be, as far as can be told at one moment.
 *
 * @param atMs     when it was made
 * @param untilMs  how far it looks
 * @param status   whether it can be relied on
 * @param hotline  the service level to be expected, {@link io.halfminute.queue.ServiceLevel#OF_ALL_CALLS} of the calls of
 *                 which it becomes known by {@code untilMs} whether they are in time
 * @param queues   by id
 * @param waits    when each call is answered that nobody has picked up yet
 * @param advice   the cheapest act that would mend it; null if none is needed or none would help enough
 * @param past     how earlier forecasts came true
 * @param plays    how often the room was played on
 */
public record Forecast(long atMs, long untilMs, Status status, Expected hotline, List<OfQueue> queues, List<Wait> waits,
                       Advice advice, TrackRecord past, int plays) {

    /** Before the first. */
    public static final Forecast NONE = new Forecast(0, 0, Status.NOT_YET, Expected.NONE, List.of(), List.of(), null,
            new TrackRecord(0, 0, 0, 0), 0);

    /** Whether a forecast can be relied on. */
    public enum Status {
        /** None has been made. */
        NOT_YET,
        /** It rests on opinions more than on what was seen here. */
        LEARNING,
        /** It can. */
        READY,
        /** The PBX cannot be heard, so nobody knows what goes on. */
        LINK_DOWN,
        /** The machine was too busy for a new one. */
        LEFT_OUT
    }

    /**
     * A service level.
     *
     * @param share expected, 0 to 1; null when no call is expected, and while a forecast would rest on opinions
     *              ({@link Status#LEARNING}) or on what was before the link broke ({@link Status#LINK_DOWN})
     * @param low   it will hardly be less: nine of ten times it is more
     * @param high  nor more: nine of ten times it is less
     * @param calls on how many calls, in the mean
     */
    public record Expected(Double share, Double low, Double high, double calls) {

        /** No call is expected. */
        public static final Expected NONE = new Expected(null, null, null, 0);

        Expected withoutShare() {
            return new Expected(null, null, null, calls);
        }
    }

    /**
     * A queue.
     *
     * @param arrivalsPerHour to be expected
     * @param newcomer        of a call that came just now, from its arrival
     */
    public record OfQueue(QueueId queue, Expected expected, double arrivalsPerHour, Wait newcomer) {
    }

    /**
     * When a call is answered.
     *
     * @param call     null for one that came just now
     * @param answerMs as likely earlier as later; null when it cannot be told
     * @param byMs     the upper bound that holds for as many callers as is configured; null likewise
     * @param silent   why a caller must not be told; null when he may
     */
    public record Wait(CallId call, QueueId queue, Long answerMs, Long byMs, Silence silent) {

        /**
         * "You will be answered within about so many minutes": the bound, rounded up; at least one.
         *
         * @return null when the caller must not be told
         */
        public Integer spokenMinutes(long nowMs) {
            return silent != null ? null : Math.toIntExact(Math.max(1, (byMs - nowMs + 59_999) / 60_000));
        }
    }

    /** Why nothing is told. */
    public enum Silence {
        /** Too little has been seen. */
        LEARNING,
        /** The PBX cannot be heard. */
        LINK_DOWN,
        /** Nobody who could take the call is expected to come free. */
        NOBODY,
        /** It is longer than anybody should be told. */
        TOO_LONG,
        /** It may be far less or far more. */
        TOO_UNSURE
    }

    /**
     * What would help.
     *
     * @param share what would then be expected, 0 to 1
     * @param lift  by how much that is more
     */
    public record Advice(Act act, double share, double lift) {
    }

    /**
     * How earlier forecasts came true since the start.
     *
     * @param told      bounds that a caller was or could have been told, and of which it is known whether they held
     * @param held      how many of them held
     * @param compared  forecasts of the service level whose time is over
     * @param meanError by how much they were off, in the mean of the amounts, 0 to 1
     */
    public record TrackRecord(long told, long held, long compared, double meanError) {
    }

    public Forecast {
        queues = List.copyOf(queues);
        waits = List.copyOf(waits);
    }

    /** The waits by call. */
    public Map<CallId, Wait> waitsByCall() {
        return waits.stream().collect(Collectors.toMap(Wait::call, Function.identity()));
    }

    /** The same, with another status: it was true then and is shown as what it is now. */
    public Forecast with(Status now) {
        return new Forecast(atMs, untilMs, now, hotline, queues, waits, null, past, plays);
    }
}
