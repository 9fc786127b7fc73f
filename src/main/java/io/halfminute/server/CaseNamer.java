package io.halfminute.server;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.record.CallQueries;
import io.halfminute.ticket.KnownCases;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up who knows the case of each caller who arrives, also of those whom a server that starts takes over, and tells the
 * machine (TEL-PERS). Beside the calls: a database that is slow or away names nobody, and no call waits for it.
 */
final class CaseNamer implements Consumer<List<AcdEvent>> {

    private static final Logger LOG = LoggerFactory.getLogger(CaseNamer.class);

    private final KnownCases cases;
    private final Consumer<AcdInput> machine;
    private final Semaphore lookUps;

    /**
     * @param machine    may block
     * @param mostAtOnce callers who arrive while so many look-ups are under way get nobody named
     */
    CaseNamer(KnownCases cases, Consumer<AcdInput> machine, int mostAtOnce) {
        this.cases = cases;
        this.machine = machine;
        this.lookUps = new Semaphore(mostAtOnce);
    }

    /** Does not block. */
    @Override
    public void accept(List<AcdEvent> events) {
        for (AcdEvent event : events) {
            if (event instanceof AcdEvent.CallArrived arrived && arrived.queue() != null
                    && !arrived.caller().number().isEmpty() && lookUps.tryAcquire()) {
                Thread.ofVirtual().name("case-of-" + arrived.call()).start(() -> lookUp(arrived));
            }
        }
    }

    private void lookUp(AcdEvent.CallArrived arrived) {
        try {
            cases.agentOf(arrived.caller().number(), arrived.brand()).ifPresent(agent ->
                    machine.accept(new AcdInput.AskAlso(arrived.call(), List.of(), agent)));
        } catch (CallQueries.Unavailable away) {
            LOG.debug("Nobody is named for call {}: {}", arrived.call(), away.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn("Nobody is named for call {}", arrived.call(), failed);
        } finally {
            lookUps.release();
        }
    }
}
