package io.halfminute.routing;

import io.halfminute.queue.Ask;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import java.util.ArrayList;
import java.util.List;

/**
 * When the rings of calls that ask for the same open, counted backwards from the deadline: the last ring early enough for one
 * try and a spare one, each before it early enough for a try of its own before the next opens. A try that comes to nothing takes
 * as long as the phones of those whom the ring adds ring in the mean, so that two of them in turn take two of it; the
 * spare one takes what they need to pick up.
 */
public final class RingPlan {

    private final QueueSpec queue;
    private final List<Crew> crews = new ArrayList<>();
    private final int lastOfAgents;

    /** @param added what the calls ask for beyond the queue */
    public RingPlan(QueueSpec queue, List<SkillDemand> added, RoutingSpec routing) {
        this.queue = queue;
        int last = 0;
        for (int ring = 0; ring < queue.rings().size(); ring++) {
            crews.add(new Crew(Ask.of(queue, added, ring), queue, routing));
            last = ring(ring).number().isEmpty() ? ring : last;
        }
        lastOfAgents = last;
    }

    /** For each ring all those who are admitted when it is the widest open one. */
    public List<Crew> crews() {
        return crews;
    }

    /** The last ring's number, from 0. */
    public int last() {
        return crews.size() - 1;
    }

    /** The ring of this number. */
    public Ring ring(int number) {
        return queue.rings().get(number);
    }

    /** How long before a call's deadline this ring, from 1, opens at the latest. */
    public long opensBeforeMs(int ring) {
        long before = ring <= lastOfAgents ? spareMs() : 0;
        for (int later = ring; later <= last(); later++) {
            before += tryMs(later);
        }
        return before;
    }

    private long spareMs() {
        return lastOfAgents == 0 ? 0
                : crews.get(lastOfAgents).pickUpMsBeyond(crews.get(lastOfAgents - 1), queue.ringMs());
    }

    /** A ring that adds nobody now needs no try, unless nothing comes after it. */
    private long tryMs(int ring) {
        if (ring(ring).number().isPresent()) {
            return queue.ringMs();
        }
        return ring == 0 ? 0 : crews.get(ring).ringMsBeyond(crews.get(ring - 1), ring == lastOfAgents ? queue.ringMs() : 0);
    }
}
