package io.halfminute.why;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.Profile;
import io.halfminute.queue.Ask;
import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import java.util.ArrayList;
import java.util.List;

/** For whom one call looked, and since when: its rings, what was asked for beyond the queue, and who was named. */
final class Search {

    /** Of a call that is taken over again and again no more is remembered. */
    private static final int MOST = 50;

    private record Opened(int ring, long atMs) {
    }

    private record Named(AgentId agent, long fromMs, long toMs) {
    }

    private final QueueSpec queue;
    private final List<SkillDemand> added = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private Ask widest;

    Search(QueueSpec queue) {
        this.queue = queue;
        this.widest = queue.widest();
    }

    /** Counts for all of the call's time: it is asked for before the caller waits, or soon after. */
    void asksFor(List<SkillDemand> more) {
        if (added.size() + more.size() <= MOST) {
            added.addAll(more);
            widest = Ask.of(queue, added, lastRing());
        }
    }

    void opened(String ring, long atMs) {
        for (int i = 0; i < queue.rings().size(); i++) {
            if (queue.rings().get(i).name().equals(ring) && opened.size() < MOST) {
                opened.add(new Opened(i, atMs));
            }
        }
    }

    void named(AgentId agent, long atMs) {
        if (named.size() < MOST) {
            named.add(new Named(agent, atMs, Long.MAX_VALUE));
        }
    }

    void nameDropped(AgentId agent, long atMs) {
        if (!named.isEmpty() && named.getLast().agent().equals(agent) && named.getLast().toMs() == Long.MAX_VALUE) {
            named.add(new Named(agent, named.removeLast().fromMs(), atMs));
        }
    }

    /** Whether he could take the call if all rings were open. */
    boolean admits(Profile profile) {
        return widest.admits(profile);
    }

    /** What the widest ring asks for. */
    Circle widest() {
        return widest.circles().getLast();
    }

    /** The name of the ring that would have had to open for him; null if he was in one that was open then. */
    String closedRingOf(Profile profile, long atMs) {
        int open = opened.stream().filter(each -> each.atMs() <= atMs).mapToInt(Opened::ring).max().orElse(0);
        for (int i = 0; i <= lastRing(); i++) {
            if (widest.circles().get(i).has(profile)) {
                return i <= open ? null : queue.rings().get(i).name();
            }
        }
        return null;
    }

    /** Who alone could have the call then; null when anybody could. */
    AgentId namedAt(long atMs) {
        return named.stream().filter(each -> each.fromMs() <= atMs && atMs < each.toMs()).map(Named::agent).findFirst()
                .orElse(null);
    }

    /** When something of it changed. */
    List<Long> edges() {
        List<Long> edges = new ArrayList<>();
        opened.forEach(each -> edges.add(each.atMs()));
        named.forEach(each -> {
            edges.add(each.fromMs());
            edges.add(each.toMs());
        });
        return edges;
    }

    private int lastRing() {
        return queue.rings().size() - 1;
    }
}
