package io.halfminute.server;

import java.util.function.BooleanSupplier;

/**
 * By what right a server leads.
 *
 * @param epoch  larger than that of any leadership before
 * @param holds  whether it still does, at this very moment
 * @param shared whether there are other servers, which write into the same database and may lead after this one
 */
record Mandate(long epoch, BooleanSupplier holds, boolean shared) {

    /** Of the only server there is. */
    static Mandate alone(long epoch) {
        return new Mandate(epoch, () -> true, false);
    }
}
