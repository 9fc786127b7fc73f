package io.halfminute.store;

import io.halfminute.record.Page;
import java.util.List;
import java.util.function.Function;

/** Cuts lists into pages. One row more than asked for is read, to know whether there is another page. */
final class Pages {

    private Pages() {
    }

    static <T> Page<T> page(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, cursor.apply(shown.getLast()).text());
    }
}
