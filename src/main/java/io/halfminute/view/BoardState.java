package io.halfminute.view;

import java.util.List;

/**
 * The wallboard at one moment. Callers' numbers on it are masked (PRIV-TECH), since everybody in the room reads it.
 *
 * @param atMs         when this was true; a board that is older than some seconds is to be shown as stale
 * @param link         whether the PBX can be heard
 * @param targetMs     TEL-30: within what a call is to be answered; the shortest of all queues
 * @param waitingCount all calls that no agent has picked up yet, also those beyond {@link #MAX_WAITING}
 * @param waiting      these calls in the order in which they are served: by deadline less credit, late ones as postponed
 * @param agents       everybody in the configuration, by id
 * @param queues       every queue in the configuration, by id
 * @param totals       the whole hotline today, with calls that reached no queue
 * @param forecast     what is expected of the next minutes
 * @param alarms       what is wrong with the hotline, the worst first
 * @param callbacks    who is promised to be called back
 */
public record BoardState(long atMs, Link link, int targetMs, int waitingCount, List<Waiting> waiting,
                         List<Agent> agents, List<Queue> queues, Totals totals, ForecastState forecast,
                         List<Alarm> alarms, Callbacks callbacks) {

    /** As many waiting calls are listed at most. */
    public static final int MAX_WAITING = 50;

    public BoardState {
        waiting = List.copyOf(waiting);
        agents = List.copyOf(agents);
        queues = List.copyOf(queues);
        alarms = List.copyOf(alarms);
    }

    /**
     * Something is wrong.
     *
     * @param kind     such as {@code pbx-down}
     * @param severity {@code critical} or {@code warning}
     * @param subject  such as a queue; empty where there is one of the kind
     * @param sinceMs  since when
     * @param text     one line in each language
     */
    public record Alarm(String kind, String severity, String subject, long sinceMs, Text text) {
        static Alarm of(io.halfminute.alarm.Alarm alarm) {
            return new Alarm(alarm.kind().code(), alarm.kind().severity().code(), alarm.subject(), alarm.sinceMs(),
                    new Text(alarm.zh(), alarm.en()));
        }
    }

    /**
     * Promises to call customers back.
     *
     * @param open          those that are neither kept nor given up, also those whose time has not come
     * @param oldestSinceMs when the first of their customers arrived; null if there is none
     * @param kept          today: an agent has talked with the customer, whoever rang whom
     * @param givenUp       today: all tries were used up, or the time was over. What somebody took back is neither
     */
    public record Callbacks(int open, Long oldestSinceMs, long kept, long givenUp) {
    }

    /** The same in each language. */
    public record Text(String zh, String en) {
    }

    /**
     * The connection to the PBX.
     *
     * @param why what happened when it was lost; empty while it is up
     */
    public record Link(boolean up, String why) {
    }

    /**
     * A call that no agent has picked up yet. One that nobody has the number for belongs to no queue, is about to be
     * refused, and is not listed.
     *
     * @param caller    masked, such as {@code 138****8000}; empty when withheld
     * @param creditMs  served as if the deadline were so much sooner
     * @param arrivedMs when the PBX answered
     * @param stage     {@code flow}, {@code waiting}, {@code ringing} or {@code fallback}
     * @param agent     whose phone rings for it; null if none does
     * @param answer    when it is expected to be answered; null while that has not been foretold
     */
    public record Waiting(String callId, String queue, String queueName, String brand, String caller, int creditMs,
                          long arrivedMs, long deadlineMs, String stage, String agent, ForecastState.Wait answer) {
    }

    /**
     * An agent.
     *
     * @param team           null if he is in none
     * @param state          {@code signed-out}, {@code ready}, {@code reserved}, {@code ringing}, {@code on-call},
     *                       {@code wrap-up} or {@code paused}
     * @param reason         why he is in it, such as a pause reason's code; may be empty
     * @param sinceMs        since when
     * @param untilMs        when it ends by itself, 0 if it does not
     * @param wish           what becomes of him after his present call; null when he will be ready
     * @param call           the call that holds him or that he wraps up, null if none
     * @param phoneReachable whether his phone can ring
     * @param phoneInUse     whether it is in a call of its own, not one of the hotline's
     */
    public record Agent(String agent, String name, String team, String state, String reason, long sinceMs, long untilMs,
                        String wish, Call call, boolean phoneReachable, boolean phoneInUse) {
    }

    /**
     * The call that holds an agent.
     *
     * @param queue  null when none is known
     * @param caller masked
     */
    public record Call(String callId, String queue, String caller) {
    }

    /**
     * A queue now and today; the day's counts are explained at {@link Totals}.
     *
     * @param waiting         its calls that no agent has picked up yet
     * @param oldestArrivedMs when the longest waiting of them was answered by the PBX; null if none waits
     * @param nextDeadlineMs  the earliest deadline among them; null if none waits
     * @param agentsReady     who could take a call of it now: ready, with the skills, phone reachable and free
     * @param agentsSignedIn  who has the skills for it and is at work
     */
    public record Queue(String queue, String name, int waiting, Long oldestArrivedMs, Long nextDeadlineMs,
                        int agentsReady, int agentsSignedIn, long offered, long answered, long inTime, long late,
                        long lost, long open, long abandoned, long refused, long diverted, Double serviceLevelToday,
                        Double serviceLevelNow) {
    }

    /**
     * Today's counts. A call belongs to the day of its arrival. Always {@code offered = inTime + late + lost + open}.
     *
     * @param offered           all calls that reached the hotline
     * @param answered          picked up by an agent, in time or not
     * @param inTime            picked up by the deadline
     * @param late              the deadline passed and nobody had picked up, whatever came of the call later
     * @param lost              ended before the deadline, and nobody had picked up
     * @param open              neither is known yet
     * @param abandoned         the caller hung up before an agent picked up
     * @param refused           the hotline could not take the call and said so
     * @param diverted          sent to an outside number
     * @param serviceLevelToday {@code inTime / (inTime + late + lost)}, 0 to 1; null before the first of them
     * @param serviceLevelNow   the same of what became known in the last minutes
     * @param definition        how the service level is counted
     */
    public record Totals(long offered, long answered, long inTime, long late, long lost, long open, long abandoned,
                         long refused, long diverted, Double serviceLevelToday, Double serviceLevelNow,
                         Definition definition) {
    }

    /** What a service level counts, so that no figure stands without its formula. */
    public record Definition(String name, String formula) {

        /** The one of the house, {@link io.halfminute.queue.ServiceLevel#OF_ALL_CALLS}; all figures of the boards are of it. */
        static final Definition OF_ALL_CALLS = new Definition("of-all-calls",
                "answered within the target of the PBX's answer / all calls that reached the hotline");
    }
}
