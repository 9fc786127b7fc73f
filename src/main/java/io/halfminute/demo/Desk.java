package io.halfminute.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * An agent at his desk, a look a second: comes to work, writes the ticket after each call, is ready again, now and then takes
 * a break, and comes back when the server has paused him.
 */
final class Desk {

    private static final double BREAK_AFTER_CALL = 0.1;

    private final DeskClient client;
    private final Random chance;
    private final List<String> breaks;
    private String situation = "";
    private int looksLeft;

    Desk(DeskClient client, Random chance, List<String> breaks) {
        this.client = client;
        this.chance = chance;
        this.breaks = breaks;
    }

    /** One look. */
    void step() throws IOException, InterruptedException {
        JsonNode desk = client.desk();
        String state = desk.path("state").asText();
        notice(state + " " + desk.path("sinceMs").asLong(), state);
        if (looksLeft-- > 0) {
            return;
        }
        switch (state) {
            case "signed-out" -> client.setState("signed-in", null);
            case "paused" -> client.setState("ready", null);
            case "wrap-up" -> finish(desk.path("call"));
            default -> { }
        }
    }

    /** In a new situation, how many looks until he does something about it. */
    private void notice(String now, String state) {
        if (now.equals(situation)) {
            return;
        }
        situation = now;
        looksLeft = switch (state) {
            case "wrap-up" -> 3 + chance.nextInt(8);
            case "paused" -> 2 + chance.nextInt(12);
            default -> 0;
        };
    }

    private void finish(JsonNode call) throws IOException, InterruptedException {
        JsonNode ticket = call.path("ticket");
        if (ticket.isNumber()) {
            client.classify(ticket.asLong(), TicketWords.any(chance));
        }
        if (!breaks.isEmpty() && chance.nextDouble() < BREAK_AFTER_CALL) {
            client.setState("paused", breaks.get(chance.nextInt(breaks.size())));
        } else {
            client.setState("ready", null);
        }
    }
}
