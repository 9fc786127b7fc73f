package io.halfminute.config;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.pbx.PhoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody who can sign in.
 *
 * @param id    the name under which he signs in
 * @param team  for figures by team; empty if none
 * @param phone the phone that rings for him; always there for an agent
 */
public record User(AgentId id, String name, String team, Set<Role> roles, Optional<PhoneId> phone, Skills skills) {

    public User {
        roles = Set.copyOf(roles);
    }

    /** What the machine knows of him; empty if he takes no calls. */
    public Optional<AgentSpec> agent() {
        return roles.contains(Role.AGENT) ? phone.map(his -> new AgentSpec(id, name, his, skills)) : Optional.empty();
    }

    static Optional<User> read(String id, Section section, Set<String> knownSkills) {
        String name = section.get("name", id, Values.label());
        String team = section.get("team", "", Values.name());
        Set<Role> roles = roles(section);
        Optional<PhoneId> phone = section.optional("phone", PhoneId::new);
        Map<SkillId, Integer> skills = skills(section.section("skills"), knownSkills);
        if (roles.contains(Role.AGENT) && !section.has("phone")) {
            section.problem("phone", "is needed for an agent and not there; what would do is such as \"1001\"");
        }
        return section.build(() -> new User(new AgentId(id), name, team, roles, phone, new Skills(skills)));
    }

    private static Set<Role> roles(Section section) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(section.list("roles", Values.oneOf(Role.class)));
        if (roles.isEmpty()) {
            roles.add(Role.AGENT);
        }
        return roles;
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
