package io.halfminute.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of a list ends: the last row's sort key. Opaque to whoever carries it.
 *
 * @param atMs the time by which the list is sorted
 * @param id   what tells rows of the same time apart
 */
record Cursor(long atMs, String id) {

    private static final int MAX_LENGTH = 200;

    /** @throws IllegalArgumentException if it was not made by {@link #text} */
    static Cursor of(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text.length() > MAX_LENGTH ? "!" : text),
                    StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            return new Cursor(Long.parseLong(plain.substring(0, space)), plain.substring(space + 1));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("this is no cursor of ours; hand back \"next\" of the page before", e);
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((atMs + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The id as a number; fails like {@link #of}. */
    long number() {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("this is a cursor of another list", e);
        }
    }
}
