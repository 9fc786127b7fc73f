package io.halfminute.ticket;

import io.halfminute.pbx.CallId;
import io.halfminute.record.CallEntry;
import io.halfminute.record.Page;
import java.util.List;
import java.util.Optional;

/**
 * Where people read and change tickets. The contract is the one of {@link io.halfminute.record.CallQueries}: it may block, an
 * unreachable store is {@link io.halfminute.record.CallQueries.Unavailable}, a foreign cursor an
 * {@link IllegalArgumentException}.
 */
public interface TicketDesk {

    /** Longest list of calls or tickets that comes with something else. */
    int MAX_LISTED = 100;

    /**
     * Tickets, last changed first.
     *
     * @param cursor {@link Page#next} of the page before, null for the first
     * @param limit  1 to {@link Page#MAX_ROWS}
     */
    Page<Ticket> list(TicketFilter filter, String cursor, int limit);

    /** One ticket with its notes, history and calls. */
    Optional<TicketStory> find(long number);

    /** The ticket that a call is in; empty until the call's arrival is stored. */
    Optional<Ticket> ofCall(CallId call);

    /** Changes a ticket and writes its history; a change that changes nothing is done. */
    PatchResult patch(long number, TicketPatch patch, String who);

    /** Adds a note; empty if there is no such ticket. */
    Optional<TicketStory.Note> addNote(long number, NewNote note);

    /**
     * What is known of a customer; empty if he has never called.
     *
     * @param number as the PBX or a person wrote it
     */
    Optional<CustomerHistory> history(String number);

    /** What came of a change; the names are part of the HTTP API. */
    sealed interface PatchResult {
        /** It is done, and this is the ticket now. */
        record Done(TicketStory story) implements PatchResult {
        }

        /** There is no such ticket. */
        record NotFound(long number) implements PatchResult {
        }

        /** Somebody changed it meanwhile; this is the ticket now. */
        record Outdated(Ticket current) implements PatchResult {
        }

        /** The rules do not allow it; the message says what would do. */
        record NotAllowed(String message) implements PatchResult {
        }
    }

    /**
     * A customer with his latest tickets and calls, latest first, each at most {@link #MAX_LISTED}.
     */
    record CustomerHistory(Customer customer, List<Ticket> tickets, List<CallEntry> calls) {
        public CustomerHistory {
            tickets = List.copyOf(tickets);
            calls = List.copyOf(calls);
        }
    }
}
