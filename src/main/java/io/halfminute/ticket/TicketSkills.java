package io.halfminute.ticket;

import io.halfminute.queue.SkillDemand;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a caller with an unfinished ticket asks for beyond his queue, by the ticket's class, type and priority: who complains a
 * second time is to reach somebody who can settle it.
 */
public record TicketSkills(Map<TicketClass, List<SkillDemand>> ofClass, Map<TicketType, List<SkillDemand>> ofType,
                           Map<TicketPriority, List<SkillDemand>> ofPriority) {

    /** Tickets ask for nothing. */
    public static final TicketSkills NONE = new TicketSkills(Map.of(), Map.of(), Map.of());

    public TicketSkills {
        ofClass = Map.copyOf(ofClass);
        ofType = Map.copyOf(ofType);
        ofPriority = Map.copyOf(ofPriority);
    }

    /** What all of them together ask for, each demand once. */
    public List<SkillDemand> demands(List<KnownCase.Matter> open) {
        return open.stream().flatMap(this::demands).distinct().toList();
    }

    private Stream<SkillDemand> demands(KnownCase.Matter matter) {
        List<SkillDemand> none = List.of();
        return Stream.of(ofClass.getOrDefault(matter.topic(), none),
                matter.type() == null ? none : ofType.getOrDefault(matter.type(), none),
                ofPriority.getOrDefault(matter.priority(), none)).flatMap(List::stream);
    }
}
