package io.halfminute.view;

import java.util.List;

/**
 * What is expected of the next minutes, as shown.
 *
 * @param atMs       when it was made, 0 before the first
 * @param untilMs    how far it looks
 * @param status     {@code not-yet}, {@code learning}, {@code ready}, {@code link-down}, {@code left-out}
 * @param share      the service level to be expected of the calls whose fate becomes known by then, 0 to 1; null when no
 *                   call is expected and while the status is {@code learning} or {@code link-down}
 * @param low        nine times of ten it is more; null with {@code share}
 * @param high       nine times of ten it is less; null with {@code share}
 * @param calls      on how many calls
 * @param definition how the service level is counted
 * @param advice     the cheapest act that would mend it; null if none is needed or none would help enough
 * @param queues     by id
 * @param past       how earlier forecasts came true
 */
public record ForecastState(long atMs, long untilMs, String status, Double share, Double low, Double high, double calls,
                            BoardState.Definition definition, Advice advice, List<Queue> queues, Past past) {

    public ForecastState {
        queues = List.copyOf(queues);
    }

    /**
     * An act.
     *
     * @param act    {@code end-wrap-ups}, {@code call-back}, {@code open-ring} or {@code offer-callbacks}
     * @param agents how many; null where it is none of agents
     * @param reason of the pause from which they are called back; else null
     * @param queue  whose ring is opened; else null
     * @param ring   its name; else null
     * @param share  what would then be expected, 0 to 1
     * @param lift   by how much that is more
     */
    public record Advice(String act, Integer agents, String reason, String queue, String ring, double share, double lift) {
    }

    /**
     * A queue.
     *
     * @param arrivalsPerHour calls to be expected
     * @param newcomer        of a call that came just now
     */
    public record Queue(String queue, String name, Double share, Double low, Double high, double calls,
                        double arrivalsPerHour, Wait newcomer) {
    }

    /**
     * When a call is answered.
     *
     * @param answerMs      as likely earlier as later; null when it cannot be told
     * @param byMs          the upper bound that holds for eight callers of ten, or as configured; null likewise
     * @param spokenMinutes "within about so many minutes": what the caller may be told; null when nothing
     * @param silent        why he must not be told: {@code learning}, {@code link-down}, {@code nobody}, {@code too-long},
     *                      {@code too-unsure}; null when he may
     */
    public record Wait(Long answerMs, Long byMs, Integer spokenMinutes, String silent) {
    }

    /**
     * How earlier forecasts came true since the start.
     *
     * @param told      bounds that a caller could have been told and of which it is known whether they held
     * @param held      how many did
     * @param compared  forecasts of the service level whose time is over
     * @param meanError by how much they were off, in the mean, 0 to 1
     */
    public record Past(long told, long held, long compared, double meanError) {
    }
}
