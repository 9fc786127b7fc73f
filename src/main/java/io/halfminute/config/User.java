package io.halfminute.config;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.Profile;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.pbx.PhoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Somebody who can sign in.
 *
 * @param id    the name under which he signs in
 * @param team  for figures by team; empty if none
 * @param phone the phone that rings for him; who has one takes calls, a supervisor too
 */
public record User(AgentId id, String name, String team, Role role, Optional<PhoneId> phone, Skills skills) {

    /** What the machine knows of him; empty if he takes no calls. */
    public Optional<AgentSpec> agent() {
        return phone.map(his -> new AgentSpec(id, name, his, skills, groups()));
    }

    private SortedSet<String> groups() {
        SortedSet<String> groups = new TreeSet<>();
        if (!team.isEmpty()) {
            groups.add(team);
        }
        if (role == Role.SUPERVISOR) {
            groups.add(Profile.SUPERVISORS);
        }
        return groups;
    }

    static Optional<User> read(String id, Section section, Set<String> knownSkills) {
        String name = section.get("name", id, Values.label());
        String team = section.get("team", "", Values.name());
        Role role = section.get("role", Role.AGENT, Values.oneOf(Role.class));
        Optional<PhoneId> phone = section.optional("phone", PhoneId::new);
        Map<SkillId, Integer> skills = skills(section.section("skills"), knownSkills);
        if (role == Role.AGENT && !section.has("phone")) {
            section.problem("phone", "is needed for an agent and not there; what would do is such as \"1001\"");
        }
        return section.build(() -> new User(new AgentId(id), name, team, role, phone, new Skills(skills)));
    }

    private static Map<SkillId, Integer> skills(Section section, Set<String> known) {
        Map<SkillId, Integer> skills = new TreeMap<>();
        section.eachKey(skill -> {
            if (!known.contains(skill)) {
                section.problem(skill, "there is no skill \"" + skill + "\"; " + Nearest.advice(skill, known));
            } else {
                section.optional(skill, QueueReader.level()).ifPresent(level -> skills.put(new SkillId(skill), level));
            }
        });
        return section.finish(skills);
    }
}
