package io.halfminute.record;

import java.util.List;

/**
 * Some rows of a longer list.
 *
 * @param next where the following page begins, to be handed back as it is; null when this is the last one
 */
public record Page<T>(List<T> rows, String next) {

    /** Rows on a page at most. */
    public static final int MAX_ROWS = 500;

    public Page {
        rows = List.copyOf(rows);
    }

    /** Checks how many rows somebody asks for. */
    public static int checkLimit(int limit) {
        if (limit < 1 || limit > MAX_ROWS) {
            throw new IllegalArgumentException("limit " + limit + ": what would do is 1 to " + MAX_ROWS);
        }
        return limit;
    }
}
