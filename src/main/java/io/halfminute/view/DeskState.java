package io.halfminute.view;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one agent's desk shows. The number of his present caller is not masked: he needs it to serve him.
 *
 * @param atMs    when something in it last changed
 * @param state   as in {@link BoardState.Agent}; {@code reason}, {@code sinceMs}, {@code untilMs}, {@code wish} likewise
 * @param skills  his level by skill
 * @param call    the call that rings, that he talks in or that he wraps up; null if none
 * @param queues  the queues that he has the skills for, by id
 */
public record DeskState(long atMs, String agent, String name, String state, String reason, long sinceMs, long untilMs,
                        String wish, Phone phone, Map<String, Integer> skills, Call call, Today today,
                        List<Queue> queues) {

    public DeskState {
        skills = Collections.unmodifiableMap(new TreeMap<>(skills));
        queues = List.copyOf(queues);
    }

    /** His phone; see {@link BoardState.Agent}. */
    public record Phone(boolean reachable, boolean inUse) {
    }

    /**
     * His call.
     *
     * @param stage      {@code ringing}, {@code talking} or {@code wrap-up}
     * @param brand      null when none is known; {@code queue} likewise
     * @param queueName  empty when none is known
     * @param arrivedMs  when the PBX answered the caller
     * @param answeredMs when he picked up; null before
     * @param endedMs    when the conversation ended; null before
     * @param ticket     its ticket's number; null until it is opened
     */
    public record Call(String callId, String stage, Caller caller, String brand, String queue, String queueName,
                       long arrivedMs, long deadlineMs, Long answeredMs, Long endedMs, Long ticket) {
    }

    /** The caller as his side calls itself; both may be empty. */
    public record Caller(String number, String name) {
    }

    /**
     * His day, by calls that he was offered today.
     *
     * @param answered conversations begun
     * @param missed   offers that rang out
     * @param talkMs   time in conversations that have ended
     */
    public record Today(long answered, long missed, long talkMs) {
    }

    /** One of his queues; see {@link BoardState.Queue}. */
    public record Queue(String queue, String name, int waiting, Long nextDeadlineMs) {
    }
}
