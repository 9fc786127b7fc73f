package io.halfminute.web;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is asked; grants, refuses or says nothing, as a test wants. */
final class FakeMachine implements AgentRequests {

    final List<AcdInput.OfAgent> asked = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Optional<Outputs.Refusal>> answer = CompletableFuture.completedFuture(Optional.empty());

    void refuses(Outputs.Refusal.Code code, String message) {
        answer = CompletableFuture.completedFuture(Optional.of(new Outputs.Refusal(code, message)));
    }

    void isSilent() {
        answer = new CompletableFuture<>();
    }

    void failsWith(RuntimeException failure) {
        answer = CompletableFuture.failedFuture(failure);
    }

    @Override
    public CompletableFuture<Optional<Outputs.Refusal>> request(AcdInput.OfAgent input) {
        asked.add(input);
        return answer;
    }
}
