package io.halfminute.record;

import io.halfminute.callback.Callback;
import java.util.List;

/** Callbacks that are on record. All methods throw {@link CallQueries.Unavailable} when the database cannot be reached. */
public interface CallbackQueries {

    /** More are not listed. */
    int MOST = 500;

    /**
     * The last ones, newest first.
     *
     * @param open only those that are open, or only the others; null for all
     */
    List<Callback> list(Boolean open, int limit);

    /** Those of one ticket, newest first. */
    List<Callback> ofTicket(long ticket, int limit);
}
