package io.halfminute.web;

import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.record.Page;
import io.halfminute.ticket.NewNote;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketDesk;
import io.halfminute.ticket.TicketFilter;
import io.halfminute.ticket.TicketPatch;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketStatus;
import io.halfminute.ticket.TicketType;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What customers asked for and what became of it. */
final class TicketApi {

    private static final int DEFAULT_LIMIT = 50;

    private final TicketDesk tickets;
    private final LiveViews live;
    private final Blocking blocking;
    private final InstantSource clock;

    TicketApi(TicketDesk tickets, LiveViews live, Blocking blocking, InstantSource clock) {
        this.tickets = tickets;
        this.live = live;
        this.blocking = blocking;
        this.clock = clock;
    }

    Map<String, Operation> operations() {
        return Map.of("listTickets", this::list, "getTicket", this::get, "changeTicket", this::change,
                "addNote", this::addNote);
    }

    private Future<Answer> list(Request request) {
        TicketFilter filter = filter(request);
        Sight sight = Sight.of(request, live);
        int limit = (int) request.query("limit", DEFAULT_LIMIT);
        return blocking.ask(() -> tickets.list(filter, request.query("cursor"), limit))
                .map(page -> Answer.ok(page(page, filter.number(), sight)));
    }

    private JsonObject page(Page<Ticket> page, String number, Sight sight) {
        TicketJson json = new TicketJson(sight, clock.millis());
        List<Ticket> shown = page.rows().stream()
                .filter(ticket -> sight.mayFind(ticket.customer().number(), number)).toList();
        return new JsonObject().put("items", CallJson.array(shown, json::ticket)).put("next", page.next());
    }

    private static TicketFilter filter(Request request) {
        TicketStatus status = Names.parse(TicketStatus.class, request.query("status"));
        TicketClass topic = Names.parse(TicketClass.class, request.query("class"));
        String brand = request.query("brand");
        String agent = request.query("agent");
        return new TicketFilter(request.query("from", 0), request.query("to", 0), status == null ? Set.of() : Set.of(status),
                topic == null ? Set.of() : Set.of(topic), brand == null ? null : new BrandId(brand), request.query("number"),
                agent == null ? null : request.agent(agent), request.query("q"));
    }

    private Future<Answer> get(Request request) {
        long number = request.pathNumber("ticket");
        TicketJson json = json(request);
        return blocking.ask(() -> tickets.find(number))
                .map(found -> Answer.ok(json.story(found.orElseThrow(() -> unknown(number)))));
    }

    private Future<Answer> change(Request request) {
        long number = request.pathNumber("ticket");
        TicketPatch patch = patch(request.body());
        String who = request.user().name();
        TicketJson json = json(request);
        return blocking.ask(() -> tickets.patch(number, patch, who)).map(result -> done(result, json));
    }

    private static TicketPatch patch(JsonObject body) {
        return new TicketPatch(body.getInteger("version"),
                Names.parse(TicketClass.class, body.getString("class")),
                Names.parse(TicketType.class, body.getString("type")),
                Names.parse(TicketStatus.class, body.getString("status")),
                Names.parse(TicketPriority.class, body.getString("priority")));
    }

    private Future<Answer> addNote(Request request) {
        long number = request.pathNumber("ticket");
        String call = request.body().getString("callId");
        NewNote note = new NewNote(request.user().name(), request.body().getString("text"),
                call == null ? null : new CallId(call));
        return blocking.ask(() -> tickets.addNote(number, note))
                .map(added -> Answer.created(TicketJson.note(added.orElseThrow(() -> unknown(number)))));
    }

    private static Answer done(TicketDesk.PatchResult result, TicketJson json) {
        return switch (result) {
            case TicketDesk.PatchResult.Done done -> Answer.ok(json.story(done.story()));
            case TicketDesk.PatchResult.NotFound missing -> throw unknown(missing.number());
            case TicketDesk.PatchResult.Outdated outdated -> throw new ProblemException(ProblemCode.VERSION_CONFLICT,
                    "somebody changed ticket " + outdated.current().number() + " meanwhile, it has version "
                            + outdated.current().version() + " now; read it again and repeat the change");
            case TicketDesk.PatchResult.NotAllowed refused ->
                    throw new ProblemException(ProblemCode.WRONG_STATE, refused.message());
        };
    }

    private TicketJson json(Request request) {
        return new TicketJson(Sight.of(request, live), clock.millis());
    }

    private static ProblemException unknown(long number) {
        return new ProblemException(ProblemCode.NOT_FOUND, "there is no ticket " + number
                + "; GET /api/v1/tickets lists them");
    }
}
