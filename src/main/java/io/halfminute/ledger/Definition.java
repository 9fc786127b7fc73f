package io.halfminute.ledger;

import io.halfminute.queue.ServiceLevel;
import io.halfminute.queue.ServiceLevel.Counts;
import java.util.function.ToLongFunction;

/**
 * One version of a service level's formula, and from when it is valid. It counts the calls that arrived while it was valid,
 * for ever: what is to be counted otherwise gets the next version, from a day to come.
 *
 * @param version     from 1
 * @param validFromMs calls that arrived at or after; 0 is from the first call on
 * @param formula     in words
 * @param good        which calls are a success
 * @param all         which calls count
 */
public record Definition(ServiceLevel level, int version, long validFromMs, String formula, ToLongFunction<Counts> good,
                         ToLongFunction<Counts> all) {

    /** The formula that the level began with. */
    static Definition first(ServiceLevel level) {
        return new Definition(level, 1, 0, level.formula(), level::good, level::all);
    }
}
