package io.halfminute.web;

import io.halfminute.agent.PauseReason;
import java.util.Map;

/**
 * A reason that an agent may choose.
 *
 * @param labels by language; where there is none the pages use their own words
 */
public record PauseChoice(PauseReason reason, Map<String, String> labels) {
    public PauseChoice {
        labels = Map.copyOf(labels);
    }
}
