package io.halfminute.ticket;

import io.halfminute.pbx.CallId;
import io.halfminute.record.CallEntry;
import java.util.List;

/**
 * One ticket with all that belongs to it.
 *
 * @param notes   oldest first; the latest {@link TicketDesk#MAX_LISTED} of them
 * @param calls   newest first; the latest {@link TicketDesk#MAX_LISTED} of them
 * @param history oldest first; the latest {@link TicketDesk#MAX_LISTED} of it
 */
public record TicketStory(Ticket ticket, List<Note> notes, List<CallEntry> calls, List<Change> history) {

    /**
     * A note; never changed and never removed.
     *
     * @param call the call during which it was written, or null
     */
    public record Note(long id, long atMs, String author, String text, CallId call) {
    }

    /**
     * One change of one field.
     *
     * @param author a user's name, or {@link #SERVER}
     * @param what   {@code opened}, {@code call}, {@code class}, {@code type}, {@code status}, {@code priority}, {@code note}
     * @param before null when there was nothing
     * @param after  null when there is nothing now; of a note its id
     */
    public record Change(long atMs, String author, String what, String before, String after) {

        /** Who changes what nobody did. */
        public static final String SERVER = "halfminute";
    }

    public TicketStory {
        notes = List.copyOf(notes);
        calls = List.copyOf(calls);
        history = List.copyOf(history);
    }
}
