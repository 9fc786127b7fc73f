package io.halfminute.why;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everybody who is configured, with what each did lately, and the queues. */
final class Crew {

    /** Of more agents who could take a call these many stand for all. */
    private static final int MOST_ABLE = 400;

    private final SortedMap<AgentId, Member> members = new TreeMap<>();
    private Setup setup;

    void configure(Setup changed, long atMs) {
        setup = changed;
        changed.agents().forEach((id, spec) -> members.computeIfAbsent(id, _ -> new Member(spec, atMs)).configure(spec));
        members.keySet().retainAll(changed.agents().keySet());
    }

    void take(AcdEvent.OfAgent event) {
        Member member = members.get(event.agent());
        if (member == null) {
            return;
        }
        switch (event) {
            case AcdEvent.AgentChanged changed -> member.become(changed.to(), changed.reason(), changed.atMs());
            case AcdEvent.SkillsChanged changed -> member.skills(changed.skills());
            case AcdEvent.PhoneChanged changed ->
                member.phone(changed.reachable(), changed.inUse(), changed.atMs());
            case AcdEvent.WishChanged _ -> { }
        }
    }

    /** The queue as it is configured now; null when there is none. */
    QueueSpec queue(QueueId id) {
        return setup == null || id == null ? null : setup.queues().get(id);
    }

    /** Those who could take the call if all its rings were open. */
    List<Member> able(Search search) {
        List<Member> able = new ArrayList<>();
        for (Member member : members.values()) {
            if (able.size() < MOST_ABLE && search.admits(member.profile())) {
                able.add(member);
            }
        }
        return able;
    }

    /** Whether he could take the call if all its rings were open. */
    boolean isAble(AgentId agent, Search search) {
        Member member = members.get(agent);
        return member != null && search.admits(member.profile());
    }

    /** The ring that would have had to open for an agent who is able; null if he was in an open one. */
    String closedRing(AgentId agent, Search search, long atMs) {
        return search.closedRingOf(members.get(agent).profile(), atMs);
    }

    Collection<Member> all() {
        return members.values();
    }
}
