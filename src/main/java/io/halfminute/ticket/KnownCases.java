package io.halfminute.ticket;

import io.halfminute.call.BrandId;

/**
 * What is known of a caller's case (TEL-PERS). The contract is the one of {@link io.halfminute.record.CallQueries}: it may block,
 * and an unreachable store is {@link io.halfminute.record.CallQueries.Unavailable}.
 */
@FunctionalInterface
public interface KnownCases {

    /**
     * What is unfinished; {@link KnownCase#NONE} if nothing is.
     *
     * @param number as the PBX wrote it; empty when it is withheld
     */
    KnownCase of(String number, BrandId brand);
}
