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
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketDesk;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Callbacks: promised for a ticket or, by supervisors, for any number; listed and taken back. */
final class CallbackApi {

    private static final int DEFAULT_LIMIT = 100;

    private final CallbackQueries callbacks;
    private final Function<AcdInput.OfCallback, CompletableFuture<Outputs>> machine;
    private final TicketDesk tickets;
    private final LiveViews live;
    private final Blocking blocking;
    private final InstantSource clock;
    private final long timeoutMs;

    CallbackApi(Ports ports, Blocking blocking, long timeoutMs) {
        this.callbacks = ports.callbacks();
        this.machine = ports.machine();
        this.tickets = ports.tickets();
        this.live = ports.live();
        this.blocking = blocking;
        this.clock = ports.clock();
        this.timeoutMs = timeoutMs;
    }

    Map<String, Operation> operations() {
        return Map.of("listCallbacks", this::list, "placeCallback", this::place, "cancelCallback", this::cancel);
    }

    private Future<Answer> list(Request request) {
        Sight sight = Sight.of(request, live);
        String open = request.query("open");
        long ticket = request.query("ticket", 0);
        int limit = (int) request.query("limit", DEFAULT_LIMIT);
        return blocking.ask(() -> ticket > 0 ? callbacks.ofTicket(ticket, limit)
                        : callbacks.list(open == null ? null : Boolean.valueOf(open), limit))
                .map(found -> Answer.ok(new JsonObject().put("items", CallJson.array(found, each -> json(each, sight)))));
    }

    private Future<Answer> place(Request request) {
        JsonObject body = request.body();
        Long number = body.getLong("ticket");
        if (number != null) {
            return blocking.ask(() -> tickets.find(number)).compose(found -> ask(request,
                    ofTicket(request, found.orElseThrow(() -> unknownTicket(number)).ticket())));
        }
        request.requireSupervisor("promise a callback without a ticket");
        if (body.getString("number") == null || body.getString("brand") == null) {
            throw new ProblemException(ProblemCode.VALIDATION, "give a ticket, or number and brand");
        }
        return ask(request, request(request, body.getString("number"), new BrandId(body.getString("brand")), 0));
    }

    private CallbackRequest ofTicket(Request request, Ticket ticket) {
        if (ticket.brand() == null || !ticket.customer().isKnown()) {
            throw new ProblemException(ProblemCode.NUMBER_NOT_ALLOWED, "ticket " + ticket.number()
                    + " has no number to call, or no shop; give number and brand");
        }
        return request(request, ticket.customer().number(), ticket.brand(), ticket.number());
    }

    private CallbackRequest request(Request request, String number, BrandId brand, long ticket) {
        JsonObject body = request.body();
        String queue = body.getString("queue");
        return new CallbackRequest(number, brand, queue == null ? null : new QueueId(queue), List.of(),
                CallbackReason.REQUESTED, null, ticket, clock.millis(), body.getLong("notBeforeMs", 0L),
                body.getLong("untilMs", 0L), request.user().name());
    }

    private Future<Answer> ask(Request request, CallbackRequest wanted) {
        Sight sight = Sight.of(request, live);
        return step(new AcdInput.PlaceCallback(wanted)).map(outputs -> outputs.events().stream()
                .map(event -> event instanceof AcdEvent.CallbackChanged changed ? changed.callback() : null)
                .filter(Objects::nonNull).findFirst().map(made -> Answer.created(json(made, sight))).orElseThrow());
    }

    private Future<Answer> cancel(Request request) {
        CallbackId id = new CallbackId(request.pathNumber("callback"));
        return step(new AcdInput.CancelCallback(id, request.user().name(), request.isSupervisor())).map(_ -> Answer.noContent());
    }

    private Future<Outputs> step(AcdInput.OfCallback input) {
        return Future.fromCompletionStage(machine.apply(input), Vertx.currentContext())
                .timeout(timeoutMs, TimeUnit.MILLISECONDS).map(CallbackApi::granted);
    }

    private static Outputs granted(Outputs outputs) {
        outputs.refusal().ifPresent(refused -> {
            throw new ProblemException(ProblemCode.valueOf(refused.code().name()), refused.message());
        });
        return outputs;
    }

    private static JsonObject json(Callback callback, Sight sight) {
        CallbackRequest request = callback.request();
        return new JsonObject().put("callback", callback.id().value())
                .put("number", sight.number(request.number()))
                .put("brand", CallJson.text(request.brand())).put("queue", CallJson.text(request.queue()))
                .put("why", Names.of(request.why())).put("state", Names.of(callback.state()))
                .put("open", callback.isOpen())
                .put("ticket", CallJson.reached(request.ticket())).put("from", CallJson.text(request.from()))
                .put("callId", CallJson.text(callback.call())).put("tries", callback.tries())
                .put("sinceMs", request.sinceMs()).put("nextMs", callback.nextMs()).put("untilMs", callback.untilMs())
                .put("cause", callback.cause()).put("by", request.by()).put("changedMs", callback.changedMs());
    }

    private static ProblemException unknownTicket(long number) {
        return new ProblemException(ProblemCode.NOT_FOUND, "there is no ticket " + number + "; GET /api/v1/tickets lists them");
    }
}
