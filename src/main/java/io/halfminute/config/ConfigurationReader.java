package io.halfminute.config;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.alarm.AlarmKind;
import io.halfminute.alarm.FloorRule;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.ticket.TicketSkills;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files one after the other, those first that others refer to. Used once. */
final class ConfigurationReader {

    private final Path folder;
    private final Problems problems = new Problems();
    private final Overrides overrides;
    private final List<FloorRule> floors = new ArrayList<>();

    ConfigurationReader(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.overrides = new Overrides(settings);
    }

    Configuration read() {
        ServerConfig server = ServerConfig.read(YamlFile.open(folder.resolve("halfminute.yaml"), overrides, problems));
        overrides.reportUnused(problems);
        Section queuesFile = open("queues.yaml");
        Map<SkillId, Label> skills = new LinkedHashMap<>();
        Set<String> skillNames = skills(queuesFile.section("skills"), skills);
        Map<QueueId, QueueSpec> queues = new LinkedHashMap<>();
        Set<String> queueNames = queuesFile.section("queues").each((id, section) -> {
            FloorReader.read(AlarmKind.QUEUE_FLOOR, id, section).ifPresent(floors::add);
            QueueReader.read(id, section, skillNames).ifPresent(queue -> queues.put(queue.id(), queue));
        });
        TicketSkills ticketSkills = TicketSkillsReader.read(queuesFile.section("ticket-skills"), skillNames);
        queuesFile.finish(queues);
        Configuration configuration =
                new Configuration(server, brands(queueNames, skillNames), skills, queues, users(skillNames), floors,
                        ticketSkills);
        problems.throwIfAny();
        return configuration;
    }

    private Set<String> skills(Section section, Map<SkillId, Label> skills) {
        return section.each((id, skill) -> {
            Label label = Label.read(skill);
            FloorReader.read(AlarmKind.SKILL_FLOOR, id, skill).ifPresent(floors::add);
            skill.build(() -> new SkillId(id)).ifPresent(known -> skills.put(known, label));
        });
    }

    private Map<BrandId, Brand> brands(Set<String> queueNames, Set<String> skillNames) {
        Section file = open("brands.yaml");
        Map<BrandId, Brand> brands = new LinkedHashMap<>();
        Map<String, BrandId> owners = new HashMap<>();
        file.section("brands").each((id, section) -> Brand.read(id, section, queueNames, skillNames).ifPresent(brand -> {
            brands.put(brand.id(), brand);
            brand.numbers().forEach(number -> claim(section, "numbers", number, brand.id(), owners));
        }));
        return file.finish(brands);
    }

    private Map<AgentId, User> users(Set<String> skillNames) {
        Section file = open("agents.yaml");
        Map<AgentId, User> users = new LinkedHashMap<>();
        Map<PhoneId, AgentId> owners = new HashMap<>();
        file.section("users").each((id, section) -> User.read(id, section, skillNames).ifPresent(user -> {
            users.put(user.id(), user);
            user.phone().ifPresent(phone -> claim(section, "phone", phone, user.id(), owners));
        }));
        return file.finish(users);
    }

    private static <T, O> void claim(Section section, String key, T thing, O owner, Map<T, O> owners) {
        O other = owners.putIfAbsent(thing, owner);
        if (other != null) {
            section.problem(key, "\"" + thing + "\" already belongs to \"" + other + "\"; remove it from one of them");
        }
    }

    private Section open(String file) {
        return YamlFile.open(folder.resolve(file), Overrides.NONE, problems);
    }
}
