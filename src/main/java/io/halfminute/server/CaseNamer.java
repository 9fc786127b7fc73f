package io.halfminute.server;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.queue.SkillDemand;
import io.halfminute.record.CallQueries;
import io.halfminute.ticket.KnownCase;
import io.halfminute.ticket.KnownCases;
import io.halfminute.ticket.TicketSkills;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up who knows the case of each caller who arrives, also of those whom a server that starts takes over, and what his
 * unfinished tickets ask for, and tells the machine (TEL-PERS). Beside the calls: a database that is slow or away names nobody, and no call waits for it.
 */
final class CaseNamer implements Consumer<List<AcdEvent>> {

    private static final Logger LOG = LoggerFactory.getLogger(CaseNamer.class);

    private final KnownCases cases;
    private final Supplier<TicketSkills> skills;
    private final Consumer<AcdInput> machine;
    private final Semaphore lookUps;

    /**
     * @param skills     in force, asked at each arrival
     * @param machine    may block
     * @param mostAtOnce callers who arrive while so many look-ups are under way get nobody named
     */
    CaseNamer(KnownCases cases, Supplier<TicketSkills> skills, Consumer<AcdInput> machine, int mostAtOnce) {
        this.cases = cases;
        this.skills = skills;
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
            KnownCase known = cases.of(arrived.caller().number(), arrived.brand());
            List<SkillDemand> more = skills.get().demands(known.open());
            if (known.agent() != null || !more.isEmpty()) {
                machine.accept(new AcdInput.AskAlso(arrived.call(), more, known.agent()));
            }
        } catch (CallQueries.Unavailable away) {
            LOG.debug("Nobody is named for call {}: {}", arrived.call(), away.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn("Nobody is named for call {}", arrived.call(), failed);
        } finally {
            lookUps.release();
        }
    }
}
