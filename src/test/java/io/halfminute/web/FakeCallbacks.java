package io.halfminute.web;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.call.BrandId;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackReason;
import io.halfminute.callback.CallbackRequest;
import io.halfminute.queue.QueueId;
import io.halfminute.record.CallbackQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One open callback, and a machine that grants everything but to cancel another. */
final class FakeCallbacks implements CallbackQueries {

    static final Callback OPEN = Callback.of(new CallbackId(70), new CallbackRequest(FakeLive.CUSTOMER, new BrandId("shop-a"),
            new QueueId("orders"), List.of(), CallbackReason.ABANDONED, null, 7, 1_000, 0, 0, ""), 2_000, 90_000, 2_000);

    final List<AcdInput.OfCallback> taken = new ArrayList<>();

    @Override
    public List<Callback> list(Boolean open, int limit) {
        return Boolean.FALSE.equals(open) ? List.of() : List.of(OPEN);
    }

    @Override
    public List<Callback> ofTicket(long ticket, int limit) {
        return ticket == 7 ? List.of(OPEN) : List.of();
    }

    CompletableFuture<Outputs> take(AcdInput.OfCallback input) {
        taken.add(input);
        return CompletableFuture.completedFuture(switch (input) {
            case AcdInput.PlaceCallback place -> new Outputs(List.of(), List.of(new AcdEvent.CallbackChanged(
                    Callback.of(new CallbackId(71), place.request(), 3_000, 90_000, 3_000), 3_000)), Optional.empty());
            case AcdInput.CancelCallback cancel -> new Outputs(List.of(), List.of(), refusal(cancel)
                    .map(code -> new Outputs.Refusal(code, "none")));
        });
    }

    private static Optional<Outputs.Refusal.Code> refusal(AcdInput.CancelCallback cancel) {
        if (cancel.callback().value() != 70) {
            return Optional.of(Outputs.Refusal.Code.UNKNOWN_CALLBACK);
        }
        return cancel.ofAnybody() ? Optional.empty() : Optional.of(Outputs.Refusal.Code.FORBIDDEN);
    }
}
