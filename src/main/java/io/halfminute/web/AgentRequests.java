package io.halfminute.web;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Hands a person's request to the machine. */
@FunctionalInterface
public interface AgentRequests {

    /**
     * MUST NOT block; the future completes on any thread once the machine has taken the step.
     *
     * @return why the request was not granted; empty when it was
     */
    CompletableFuture<Optional<Outputs.Refusal>> request(AcdInput.OfAgent input);
}
