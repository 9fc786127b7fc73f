package io.halfminute.store;

import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.record.CallEntry;
import io.halfminute.record.Page;
import io.halfminute.store.Tables.Calls;
import io.halfminute.store.Tables.Changes;
import io.halfminute.store.Tables.Customers;
import io.halfminute.store.Tables.Notes;
import io.halfminute.store.Tables.Tickets;
import io.halfminute.ticket.Customer;
import io.halfminute.ticket.KnownCase;
import io.halfminute.ticket.KnownCases;
import io.halfminute.ticket.NewNote;
import io.halfminute.ticket.PhoneNumbers;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketDesk;
import io.halfminute.ticket.TicketEdit;
import io.halfminute.ticket.TicketFilter;
import io.halfminute.ticket.TicketPatch;
import io.halfminute.ticket.TicketStatus;
import io.halfminute.ticket.TicketStory;
import io.halfminute.ticket.TicketStory.Change;
import io.halfminute.ticket.TicketStory.Note;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** {@link TicketDesk} on PostgreSQL. */
public final class TicketStore implements TicketDesk, KnownCases {

    private static final List<String> UNFINISHED = Arrays.stream(TicketStatus.values())
            .filter(TicketStatus::isUnfinished).map(TicketStatus::name).toList();

    private final Database database;
    private final PhoneNumbers numbers;
    private final InstantSource clock;

    /** @param numbers with the same region as the {@link RecordKeeper}'s */
    public TicketStore(Database database, PhoneNumbers numbers, InstantSource clock) {
        this.database = database;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public Page<Ticket> list(TicketFilter filter, String cursor, int limit) {
        Page.checkLimit(limit);
        Condition wanted = TicketSearch.condition(filter).and(cursor == null ? noCondition() : after(Cursor.of(cursor)));
        List<Ticket> rows = database.ask(sql -> TicketRows.select(sql).where(wanted)
                .orderBy(Tickets.CHANGED.desc(), Tickets.NUMBER.desc()).limit(limit + 1).fetch(TicketRows::ticket));
        return Pages.page(rows, limit, last -> new Cursor(last.changedMs(), Long.toString(last.number())));
    }

    private static Condition after(Cursor cursor) {
        return row(Tickets.CHANGED, Tickets.NUMBER).lt(cursor.atMs(), cursor.number());
    }

    @Override
    public Optional<TicketStory> find(long number) {
        return database.ask(sql -> ticket(sql, number, false).map(ticket -> story(sql, ticket)));
    }

    @Override
    public Optional<Ticket> ofCall(CallId call) {
        return database.ask(sql -> TicketRows.select(sql).join(Calls.TABLE).on(Calls.TICKET.eq(Tickets.NUMBER))
                .where(Calls.ID.eq(call.value())).fetchOptional(TicketRows::ticket));
    }

    @Override
    public PatchResult patch(long number, TicketPatch patch, String who) {
        return database.change(sql -> ticket(sql, number, true)
                .map(ticket -> patch(sql, ticket, patch, who))
                .orElseGet(() -> new PatchResult.NotFound(number)));
    }

    private PatchResult patch(DSLContext sql, Ticket ticket, TicketPatch patch, String who) {
        return TicketEdit.refusal(ticket, patch).orElseGet(() -> {
            TicketEdit edit = TicketEdit.of(ticket, patch, who, clock.millis());
            save(sql, edit);
            return new PatchResult.Done(story(sql, edit.ticket()));
        });
    }

    private static void save(DSLContext sql, TicketEdit edit) {
        Ticket now = edit.ticket();
        sql.update(Tickets.TABLE).set(Tickets.VERSION, now.version()).set(Tickets.TOPIC, now.topic().name())
                .set(Tickets.TYPE, now.type() == null ? null : now.type().name())
                .set(Tickets.STATUS, now.status().name()).set(Tickets.PRIORITY, now.priority().name())
                .set(Tickets.CHANGED, now.changedMs())
                .where(Tickets.NUMBER.eq(now.number())).execute();
        edit.changes().forEach(change -> TicketRows.insertChange(sql, now.number(), change));
    }

    @Override
    public Optional<Note> addNote(long number, NewNote note) {
        return database.change(sql -> ticket(sql, number, true).map(ticket -> addNote(sql, ticket, note)));
    }

    private Note addNote(DSLContext sql, Ticket ticket, NewNote note) {
        long nowMs = clock.millis();
        Note added = TicketRows.note(sql.insertInto(Notes.TABLE)
                .set(Notes.TICKET, ticket.number()).set(Notes.AT, nowMs).set(Notes.AUTHOR, note.author())
                .set(Notes.BODY, Json.clean(note.text())).set(Notes.CALL, CallRows.text(note.call()))
                .returning(Notes.ID, Notes.AT, Notes.AUTHOR, Notes.BODY, Notes.CALL).fetchSingle());
        TicketRows.insertChange(sql, ticket.number(),
                new Change(nowMs, note.author(), "note", null, Long.toString(added.id())));
        sql.update(Tickets.TABLE).set(Tickets.CHANGED, greatest(Tickets.CHANGED, val(nowMs)))
                .where(Tickets.NUMBER.eq(ticket.number())).execute();
        return added;
    }

    @Override
    public Optional<CustomerHistory> history(String number) {
        return numbers.normalise(number).flatMap(normalised -> database.ask(sql -> sql.selectFrom(Customers.TABLE)
                .where(Customers.NUMBER.eq(normalised)).fetchOptional(TicketRows::customer)
                .map(customer -> history(sql, customer))));
    }

    @Override
    public KnownCase of(String number, BrandId brand) {
        return numbers.normalise(number).map(normalised -> database.ask(sql -> CaseRows.find(sql,
                Customers.NUMBER.eq(normalised).and(Tickets.BRAND.isNotDistinctFrom(CallRows.text(brand)))
                        .and(Tickets.STATUS.in(UNFINISHED))))).orElse(KnownCase.NONE);
    }

    private static CustomerHistory history(DSLContext sql, Customer customer) {
        List<Ticket> tickets = TicketRows.select(sql).where(Tickets.CUSTOMER.eq(customer.id()))
                .orderBy(Tickets.LAST_CALL.desc(), Tickets.NUMBER.desc()).limit(MAX_LISTED).fetch(TicketRows::ticket);
        return new CustomerHistory(customer, tickets, calls(sql, Calls.CUSTOMER.eq(customer.id())));
    }

    private static List<CallEntry> calls(DSLContext sql, Condition which) {
        return sql.selectFrom(Calls.TABLE).where(which).orderBy(Calls.ARRIVED.desc(), Calls.ID.desc())
                .limit(MAX_LISTED).fetch(CallRows::entry);
    }

    /** @param toChange holds off everybody else who wants to change it, until the transaction ends */
    private static Optional<Ticket> ticket(DSLContext sql, long number, boolean toChange) {
        var select = TicketRows.select(sql).where(Tickets.NUMBER.eq(number));
        return toChange ? select.forUpdate().of(Tickets.TABLE).fetchOptional(TicketRows::ticket)
                : select.fetchOptional(TicketRows::ticket);
    }

    private static TicketStory story(DSLContext sql, Ticket ticket) {
        List<Note> notes = sql.selectFrom(Notes.TABLE).where(Notes.TICKET.eq(ticket.number()))
                .orderBy(Notes.ID.desc()).limit(MAX_LISTED).fetch(TicketRows::note).reversed();
        List<Change> history = sql.selectFrom(Changes.TABLE).where(Changes.TICKET.eq(ticket.number()))
                .orderBy(Changes.ID.desc()).limit(MAX_LISTED).fetch(TicketRows::change).reversed();
        return new TicketStory(ticket, notes, calls(sql, Calls.TICKET.eq(ticket.number())), history);
    }
}
