package io.halfminute.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The wallboard at a moment.
 *
 * @param linkUp   whether the server hears the PBX; if not, what is shown is unsure
 * @param waiting  how many have not been picked up
 * @param talking  agents in a call
 * @param idle     agents who are ready
 * @param places   arrival and deadline by call, in the line's order; some dozens of them at most
 */
record Board(boolean linkUp, int waiting, int talking, int idle, Map<String, Place> places) {

    /** Of a caller in the line. */
    record Place(long arrivedMs, long deadlineMs) {
    }

    static Board read(Api user) {
        JsonNode board = user.get("/wallboard");
        Map<String, Place> places = new LinkedHashMap<>();
        board.at("/waiting").forEach(call -> places.put(call.at("/callId").asText(),
                new Place(call.at("/arrivedMs").asLong(), call.at("/deadlineMs").asLong())));
        return new Board(board.at("/link/up").asBoolean(), board.at("/waitingCount").asInt(), agents(board, "on-call"),
                agents(board, "ready"), places);
    }

    private static int agents(JsonNode board, String state) {
        return (int) StreamSupport.stream(board.at("/agents").spliterator(), false)
                .filter(agent -> agent.at("/state").asText().equals(state)).count();
    }

    int calls() {
        return waiting + talking;
    }

    /** What differs for those who are in the line on both boards. */
    List<Finding> comparedWith(Board later) {
        List<String> before = places.keySet().stream().filter(later.places::containsKey).toList();
        List<String> after = later.places.keySet().stream().filter(places::containsKey).toList();
        boolean same = before.equals(after) && before.stream().allMatch(call -> places.get(call).equals(later.places.get(call)));
        return same ? List.of() : List.of(new Finding(Finding.Kind.ORDER, places + " became " + later.places));
    }
}
