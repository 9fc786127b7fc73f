package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.record.OfferRecord.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The offers of one live call; those that are open are of one attempt. */
final class OfferList {

    private final int limit;
    private final List<OfferRecord> offers;

    OfferList(int limit, List<OfferRecord> offers) {
        this.limit = limit;
        this.offers = new ArrayList<>(offers);
    }

    List<OfferRecord> offers() {
        return List.copyOf(offers);
    }

    /** @return false when it was known already */
    boolean made(OfferId offer, AgentId agent, long atMs) {
        if (find(offer, agent) >= 0) {
            return false;
        }
        closeOpenBut(offer, atMs);
        add(new OfferRecord(offer, agent, atMs, 0, 0, Outcome.OPEN, null));
        return true;
    }

    void rang(OfferId offer, AgentId agent, long atMs) {
        int at = find(offer, agent);
        if (at >= 0 && offers.get(at).ringingMs() == 0 && offers.get(at).outcome() == Outcome.OPEN) {
            OfferRecord old = offers.get(at);
            offers.set(at, new OfferRecord(offer, agent, old.madeMs(), atMs, 0, Outcome.OPEN, null));
        }
    }

    /** @return whether it was open until now */
    boolean ended(OfferId offer, AgentId agent, Outcome outcome, Cause cause, long atMs) {
        int at = find(offer, agent);
        if (at < 0 || offers.get(at).outcome() != Outcome.OPEN) {
            return false;
        }
        close(at, outcome, cause, atMs);
        return true;
    }

    /** Also for an offer that nobody here made: the PBX found the agent by itself. */
    void answered(OfferId offer, AgentId agent, long atMs) {
        if (!ended(offer, agent, Outcome.ANSWERED, null, atMs)) {
            closeOpen(Outcome.UNSEEN, Cause.UNSEEN, atMs);
            add(new OfferRecord(offer, agent, atMs, 0, atMs, Outcome.ANSWERED, null));
        }
    }

    /** Whatever is open has ended with this outcome. */
    void closeOpen(Outcome outcome, Cause cause, long atMs) {
        for (int at = 0; at < offers.size(); at++) {
            if (offers.get(at).outcome() == Outcome.OPEN) {
                close(at, outcome, cause, atMs);
            }
        }
    }

    /** What is still open of an earlier attempt has ended unseen. */
    private void closeOpenBut(OfferId present, long atMs) {
        for (int at = 0; at < offers.size(); at++) {
            if (offers.get(at).outcome() == Outcome.OPEN && !offers.get(at).offer().equals(present)) {
                close(at, Outcome.UNSEEN, Cause.UNSEEN, atMs);
            }
        }
    }

    /** An agent whose phone rings; the first of them if there are several. */
    Optional<AgentId> ringing() {
        return offers.stream().filter(offer -> offer.outcome() == Outcome.OPEN && offer.ringingMs() > 0)
                .map(OfferRecord::agent).findFirst();
    }

    private void close(int at, Outcome outcome, Cause cause, long atMs) {
        OfferRecord old = offers.get(at);
        offers.set(at, new OfferRecord(old.offer(), old.agent(), old.madeMs(), old.ringingMs(),
                Math.max(atMs, old.madeMs()), outcome, cause));
    }

    private void add(OfferRecord offer) {
        if (offers.size() < limit) {
            offers.add(offer);
        }
    }

    /** The latest first: {@link OfferId#NONE} can be there more than once. */
    private int find(OfferId offer, AgentId agent) {
        for (int at = offers.size() - 1; at >= 0; at--) {
            if (offers.get(at).offer().equals(offer) && offers.get(at).agent().equals(agent)) {
                return at;
            }
        }
        return -1;
    }
}
