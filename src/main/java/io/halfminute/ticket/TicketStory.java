package io.halfminute.ticket;

import io.halfminute.record.CallEntry;
import java.util.List;

/**
 * One ticket with all that belongs to it, each list oldest first.
 *
 * @param calls the latest {@link TicketDesk#MAX_LISTED} of them
 */
public record TicketStory(Ticket ticket, List<Note> notes, List<Change> history, List<CallEntry> calls) {

    /** A note; never changed and never removed. */
    public record Note(long id, long atMs, String author, String text) {
    }

    /**
     * One change of one field.
     *
     * @param who     a user's name, or {@code halfminute} where the server did it
     * @param field   {@code class}, {@code status}, {@code priority}, {@code call} or {@code note}
     * @param before  empty when there was nothing
     */
    public record Change(long atMs, String who, String field, String before, String after) {
    }

    public TicketStory {
        notes = List.copyOf(notes);
        history = List.copyOf(history);
        calls = List.copyOf(calls);
    }
}
