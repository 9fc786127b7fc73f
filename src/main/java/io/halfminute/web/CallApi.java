package io.halfminute.web;

import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueId;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallFilter;
import io.halfminute.record.CallQueries;
import io.halfminute.record.Page;
import io.halfminute.record.Window;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketDesk;
import io.halfminute.ticket.TicketStory;
import io.halfminute.why.LateCause;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened with each call. */
final class CallApi {

    private static final int MAX_CONTEXT = 20;
    private static final int DEFAULT_LIMIT = 50;

    private final CallQueries calls;
    private final TicketDesk tickets;
    private final LiveViews live;
    private final Blocking blocking;
    private final InstantSource clock;

    CallApi(CallQueries calls, TicketDesk tickets, LiveViews live, Blocking blocking, InstantSource clock) {
        this.calls = calls;
        this.tickets = tickets;
        this.live = live;
        this.blocking = blocking;
        this.clock = clock;
    }

    Map<String, Operation> operations() {
        return Map.of("listCalls", this::list, "getCall", this::get, "getCallContext", this::context,
                "countLateCalls", this::lateCalls);
    }

    private Future<Answer> list(Request request) {
        CallFilter filter = filter(request);
        Sight sight = Sight.of(request, live);
        int limit = (int) request.query("limit", DEFAULT_LIMIT);
        return blocking.ask(() -> calls.list(filter, request.query("cursor"), limit))
                .map(page -> Answer.ok(page(page, filter.number(), sight)));
    }

    private JsonObject page(Page<CallEntry> page, String number, Sight sight) {
        CallJson json = new CallJson(sight, clock.millis());
        List<CallEntry> shown = page.rows().stream()
                .filter(entry -> sight.mayFind(entry.call().caller().number(), number)).toList();
        return new JsonObject().put("items", CallJson.array(shown, json::call)).put("next", page.next());
    }

    private static CallFilter filter(Request request) {
        String queue = request.query("queue");
        String brand = request.query("brand");
        String agent = request.query("agent");
        String open = request.query("live");
        String late = request.query("late");
        return new CallFilter(request.query("from", 0), request.query("to", 0), queue == null ? null : new QueueId(queue),
                brand == null ? null : new BrandId(brand), agent == null ? null : request.agent(agent),
                request.query("number"), Names.parse(CallEnd.class, request.query("end")),
                open == null ? null : Boolean.valueOf(open), searchText(request), late == null ? null : Boolean.valueOf(late),
                Names.parse(LateCause.class, request.query("lateCause")));
    }

    /** The store looks into whole numbers, so an agent's search by digits would spell masked ones out. */
    private static String searchText(Request request) {
        String text = request.query("q");
        if (text != null && !request.isSupervisor() && text.chars().anyMatch(Character::isDigit)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "q \"" + text
                    + "\" has digits, which only a supervisor may search for; give the whole number as number");
        }
        return text;
    }

    private Future<Answer> get(Request request) {
        CallId id = new CallId(request.path("call"));
        CallJson json = new CallJson(Sight.of(request, live), clock.millis());
        return blocking.ask(() -> calls.find(id)).map(found -> Answer.ok(json.story(found.orElseThrow(() -> unknown(id)))));
    }

    private Future<Answer> lateCalls(Request request) {
        Window window = ReportApi.window(request.query("from", 0), request.query("to", 0));
        return blocking.ask(() -> calls.lateCalls(window)).map(counts -> {
            JsonArray items = new JsonArray();
            counts.entrySet().stream().sorted(Map.Entry.<LateCause, Long>comparingByValue().reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(each -> items.add(new JsonObject().put("cause", Names.of(each.getKey()))
                            .put("calls", each.getValue())));
            return Answer.ok(new JsonObject().put("items", items));
        });
    }

    private Future<Answer> context(Request request) {
        CallId id = new CallId(request.path("call"));
        Sight sight = Sight.of(request, live);
        return blocking.ask(() -> findContext(id)).map(context -> Answer.ok(context.json(id, sight, clock.millis())));
    }

    /** A call that lives has a ticket before its record is kept, so the ticket alone is enough. */
    private Context findContext(CallId id) {
        Optional<Ticket> ticket = tickets.ofCall(id);
        Optional<TicketStory> story = ticket.flatMap(found -> tickets.find(found.number()));
        if (story.isEmpty() && calls.find(id).isEmpty()) {
            throw unknown(id);
        }
        String number = ticket.map(found -> found.customer().number()).orElse("");
        return new Context(story, number.isEmpty() ? Optional.empty() : tickets.history(number));
    }

    private record Context(Optional<TicketStory> story, Optional<TicketDesk.CustomerHistory> history) {

        JsonObject json(CallId id, Sight sight, long nowMs) {
            TicketJson ticketJson = new TicketJson(sight, nowMs);
            CallJson callJson = new CallJson(sight, nowMs);
            long own = story.map(found -> found.ticket().number()).orElse(0L);
            List<Ticket> others = history.map(TicketDesk.CustomerHistory::tickets).orElse(List.of()).stream()
                    .filter(ticket -> ticket.number() != own && ticket.status().isUnfinished()).limit(MAX_CONTEXT).toList();
            List<CallEntry> earlier = history.map(TicketDesk.CustomerHistory::calls).orElse(List.of()).stream()
                    .filter(entry -> !entry.call().call().equals(id)).limit(MAX_CONTEXT).toList();
            return new JsonObject()
                    .put("callId", id.value())
                    .put("ticket", story.map(ticketJson::story).orElse(null))
                    .put("openTickets", CallJson.array(others, ticketJson::ticket))
                    .put("recentCalls", CallJson.array(earlier, callJson::call));
        }
    }

    private static ProblemException unknown(CallId id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "there is no call \"" + id + "\"; GET /api/v1/calls lists them");
    }
}
