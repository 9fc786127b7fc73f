package io.halfminute.config;

import io.halfminute.queue.SkillDemand;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketSkills;
import io.halfminute.ticket.TicketType;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code ticket-skills} of {@code queues.yaml}: by a class, a type, or {@code priority-} and a priority. */
final class TicketSkillsReader {

    private static final String PRIORITY = "priority-";

    private final Map<TicketClass, List<SkillDemand>> classes = new EnumMap<>(TicketClass.class);
    private final Map<TicketType, List<SkillDemand>> types = new EnumMap<>(TicketType.class);
    private final Map<TicketPriority, List<SkillDemand>> priorities = new EnumMap<>(TicketPriority.class);
    private final Set<String> names = new LinkedHashSet<>();

    static TicketSkills read(Section section, Set<String> skills) {
        TicketSkillsReader reader = new TicketSkillsReader();
        section.each((name, ticket) -> {
            List<SkillDemand> demands = QueueReader.allDemands(ticket, skills);
            ticket.build(() -> demands).ifPresent(asked -> reader.put(name, asked, ticket));
        });
        return new TicketSkills(reader.classes, reader.types, reader.priorities);
    }

    private void put(String name, List<SkillDemand> demands, Section ticket) {
        boolean known = put(TicketClass.values(), "", name, demands, classes);
        known |= put(TicketType.values(), "", name, demands, types);
        known |= put(TicketPriority.values(), PRIORITY, name, demands, priorities);
        if (!known) {
            ticket.problem("there is no ticket of that kind; " + Nearest.advice(name, names));
        }
    }

    private <E extends Enum<E>> boolean put(E[] kinds, String before, String name, List<SkillDemand> demands,
                                            Map<E, List<SkillDemand>> known) {
        boolean found = false;
        for (E kind : kinds) {
            String called = before + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            names.add(called);
            if (called.equals(name)) {
                known.put(kind, demands);
                found = true;
            }
        }
        return found;
    }
}
