package io.halfminute.web;

import io.halfminute.call.BrandId;
import io.halfminute.record.Page;
import io.halfminute.ticket.Customer;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketDesk;
import io.halfminute.ticket.TicketFilter;
import io.halfminute.ticket.TicketPatch;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketStatus;
import io.halfminute.ticket.TicketStory;
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
                .filter(ticket -> sight.mayFind(number(ticket.customer()), number)).toList();
        return new JsonObject().put("items", CallJson.array(shown, json::ticket)).put("next", page.next());
    }

    private static String number(Customer customer) {
        return customer == null ? "" : customer.number();
    }

    private static TicketFilter filter(Request request) {
        TicketStatus status = Names.parse(TicketStatus.class, request.query("status"));
        String brand = request.query("brand");
        String agent = request.query("agent");
        return new TicketFilter(request.query("from", 0), request.query("to", 0), status == null ? Set.of() : Set.of(status),
                topics(request.query("class")), brand == null ? null : new BrandId(brand), request.query("number"),
                agent == null ? null : request.agent(agent), request.query("q"));
    }

    private static Set<TicketClass> topics(String code) {
        try {
            return code == null ? Set.of()
                    : code.contains("/") ? Set.of(TicketClass.of(code)) : Set.copyOf(TicketClass.ofKind(code));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(ProblemCode.VALIDATION, unknown.getMessage());
        }
    }

    private Future<Answer> get(Request request) {
        long number = number(request);
        TicketJson json = json(request);
        return blocking.ask(() -> tickets.find(number))
                .map(found -> Answer.ok(json.story(found.orElseThrow(() -> unknown(number)))));
    }

    private Future<Answer> change(Request request) {
        JsonObject body = request.body();
        String topic = body.getString("class");
        TicketJson json = json(request);
        return patch(request, () -> new TicketPatch(body.getInteger("version"), topic == null ? null : TicketClass.of(topic),
                Names.parse(TicketStatus.class, body.getString("status")),
                Names.parse(TicketPriority.class, body.getString("priority")), body.getString("note")))
                .map(story -> Answer.ok(json.story(story)));
    }

    private Future<Answer> addNote(Request request) {
        return patch(request, () -> new TicketPatch(0, null, null, null, request.body().getString("text")))
                .map(story -> Answer.created(TicketJson.note(story.notes().getLast())));
    }

    private Future<TicketStory> patch(Request request, java.util.concurrent.Callable<TicketPatch> patch) {
        long number = number(request);
        String who = request.user().name();
        return blocking.ask(() -> tickets.patch(number, patch.call(), who)).map(TicketApi::done);
    }

    private static TicketStory done(TicketDesk.PatchResult result) {
        return switch (result) {
            case TicketDesk.PatchResult.Done done -> done.story();
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

    private static long number(Request request) {
        return Long.parseLong(request.path("ticket"));
    }

    private static ProblemException unknown(long number) {
        return new ProblemException(ProblemCode.NOT_FOUND, "there is no ticket " + number
                + "; GET /api/v1/tickets lists them");
    }
}
