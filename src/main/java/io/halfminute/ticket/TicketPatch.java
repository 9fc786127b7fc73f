package io.halfminute.ticket;

/**
 * What somebody wants to change. A field that is null stays as it is.
 *
 * @param version {@link Ticket#version} of the ticket that he looked at; a note alone is taken whatever the version is
 * @param note    added to the notes; line breaks are kept, other control characters are not
 */
public record TicketPatch(int version, TicketClass topic, TicketStatus status, TicketPriority priority, String note) {

    /** Longest note, in characters. */
    public static final int MAX_NOTE = 10_000;

    public TicketPatch {
        note = clean(note);
        if (note != null && note.length() > MAX_NOTE) {
            throw new IllegalArgumentException("the note has " + note.length() + " characters; at most " + MAX_NOTE
                    + " are allowed");
        }
        if (topic == null && status == null && priority == null && note == null) {
            throw new IllegalArgumentException("nothing to change: give a class, a status, a priority or a note");
        }
    }

    /** Whether it changes a field, and so must not overwrite what somebody else did meanwhile. */
    public boolean changesFields() {
        return topic != null || status != null || priority != null;
    }

    private static String clean(String note) {
        String clean = note == null ? "" : note.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", " ").strip();
        return clean.isEmpty() ? null : clean;
    }
}
