package io.halfminute.web;

import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.record.CallQueries;
import io.halfminute.record.Page;
import io.halfminute.ticket.Customer;
import io.halfminute.ticket.NewNote;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketDesk;
import io.halfminute.ticket.TicketFilter;
import io.halfminute.ticket.TicketPatch;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketStatus;
import io.halfminute.ticket.TicketStory;
import io.halfminute.ticket.TicketType;
import java.util.List;
import java.util.Optional;

/** Tickets 7 (of {@code call-1}) and 8 of one customer; both at version 3. */
final class FakeTickets implements TicketDesk {

    volatile boolean databaseAway;
    volatile TicketFilter lastFilter;
    volatile TicketPatch lastPatch;
    volatile NewNote lastNote;

    @Override
    public Page<Ticket> list(TicketFilter filter, String cursor, int limit) {
        check();
        lastFilter = filter;
        return new Page<>(List.of(ticket(7), ticket(8)), null);
    }

    @Override
    public Optional<TicketStory> find(long number) {
        check();
        return number == 7 || number == 8 ? Optional.of(story(number)) : Optional.empty();
    }

    @Override
    public Optional<Ticket> ofCall(CallId call) {
        check();
        return call.value().equals("call-1") ? Optional.of(ticket(7)) : Optional.empty();
    }

    @Override
    public PatchResult patch(long number, TicketPatch patch, String who) {
        check();
        lastPatch = patch;
        if (number != 7) {
            return new PatchResult.NotFound(number);
        }
        if (patch.version() != 3) {
            return new PatchResult.Outdated(ticket(7));
        }
        return patch.type() == TicketType.RETURN && patch.topic() == TicketClass.COMPLAINT
                ? new PatchResult.NotAllowed("type return belongs to after-sales, not to complaint")
                : new PatchResult.Done(story(7));
    }

    @Override
    public Optional<TicketStory.Note> addNote(long number, NewNote note) {
        check();
        lastNote = note;
        return number == 7 ? Optional.of(new TicketStory.Note(12, 9_000, note.author(), note.text(), note.call()))
                : Optional.empty();
    }

    @Override
    public Optional<CustomerHistory> history(String number) {
        return Optional.of(new CustomerHistory(new Customer(1, FakeLive.CUSTOMER, "王芳", 1, 2), List.of(ticket(7), ticket(8)),
                List.of(FakeRecords.entry("call-1", true), FakeRecords.entry("call-0", true))));
    }

    private static Ticket ticket(long number) {
        return new Ticket(number, 3, new BrandId("shop-a"), new CallerId(FakeLive.CUSTOMER, "王芳"), TicketClass.COMPLAINT,
                TicketType.LOGISTICS, TicketStatus.OPEN, TicketPriority.NORMAL, 1_000, 2_000, 1_000, 1);
    }

    private static TicketStory story(long number) {
        return new TicketStory(ticket(number), List.of(new TicketStory.Note(11, 2_000, "1001", "parcel is late", null)),
                List.of(FakeRecords.entry("call-1", true)),
                List.of(new TicketStory.Change(1_000, TicketStory.Change.SERVER, "opened", null, "open")));
    }

    private void check() {
        if (databaseAway) {
            throw new CallQueries.Unavailable("connection refused", null);
        }
    }
}
