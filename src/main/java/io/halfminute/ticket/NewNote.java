package io.halfminute.ticket;

import io.halfminute.pbx.CallId;

/**
 * A note that somebody writes on a ticket.
 *
 * @param author a user's name
 * @param text   line breaks and tabs are kept, other control characters are not
 * @param call   the call during which it is written, or null
 */
public record NewNote(String author, String text, CallId call) {

    /** Longest note, in characters. */
    public static final int MAX_TEXT = 4_000;

    public NewNote {
        text = text == null ? "" : text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", " ").strip();
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("the note has " + text.length() + " characters; 1 to " + MAX_TEXT
                    + " are allowed");
        }
    }
}
