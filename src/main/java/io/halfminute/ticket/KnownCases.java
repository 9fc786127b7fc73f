package io.halfminute.ticket;

import io.halfminute.agent.AgentId;
import io.halfminute.call.BrandId;
import java.util.Optional;

/**
 * Who knows the case of a caller (TEL-PERS). The contract is the one of {@link io.halfminute.record.CallQueries}: it may block,
 * and an unreachable store is {@link io.halfminute.record.CallQueries.Unavailable}.
 */
@FunctionalInterface
public interface KnownCases {

    /**
     * The agent who last talked with this customer about what is still unfinished; empty if there is no such matter.
     *
     * @param number as the PBX wrote it; empty when it is withheld
     */
    Optional<AgentId> agentOf(String number, BrandId brand);
}
