package io.halfminute.pbx.asterisk;

import java.util.Optional;

/**
 * What becomes of a caller at his arrival, before he waits: all from the configuration, nothing from the caller.
 *
 * @param brand    the shop's id; the agent's phone shows it
 * @param queue    the queue's id
 * @param language {@code zh} or {@code en}; a folder of prompts
 * @param music    a class of music on hold
 * @param greeting the prompt that he hears first
 */
public record ArrivalPlan(String brand, String queue, String language, String music, Optional<String> greeting) {

    public ArrivalPlan {
        check("brand", brand);
        check("queue", queue);
        check("language", language);
        check("music", music);
        greeting.ifPresent(prompt -> check("greeting", prompt));
    }

    private static void check(String what, String value) {
        if (value == null || !value.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(what + " \"" + value
                    + "\": 1 to 32 lower-case letters, digits or hyphens are allowed");
        }
    }
}
