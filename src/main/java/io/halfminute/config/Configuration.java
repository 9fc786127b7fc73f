package io.halfminute.config;

import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.SkillId;
import io.halfminute.alarm.FloorRule;
import io.halfminute.call.BrandId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.ticket.TicketSkills;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All of the configuration, checked. Maps keep the order of the files.
 *
 * @param server what {@code halfminute.yaml} says
 * @param skills that exist
 * @param users  who can sign in, agents among them
 * @param floors how many agents have to be ready, and when
 * @param ticketSkills what callers with an unfinished ticket ask for
 */
public record Configuration(ServerConfig server, Map<BrandId, Brand> brands, Map<SkillId, Label> skills,
                            Map<QueueId, QueueSpec> queues, Map<AgentId, User> users,
                            List<FloorRule> floors, TicketSkills ticketSkills) {

    /** The files that make up a configuration. */
    public static final List<String> FILES = List.of("halfminute.yaml", "brands.yaml", "queues.yaml", "agents.yaml");

    public Configuration {
        brands = Collections.unmodifiableMap(brands);
        skills = Collections.unmodifiableMap(skills);
        queues = Collections.unmodifiableMap(queues);
        users = Collections.unmodifiableMap(users);
        floors = List.copyOf(floors);
    }

    /**
     * Reads the folder.
     *
     * @throws ConfigException with everything that will not do
     */
    public static Configuration read(Path folder) {
        return read(folder, Map.of());
    }

    /**
     * Reads the folder; some values of {@code halfminute.yaml} are given otherwise.
     *
     * @param settings values by the path of their key, such as {@code http.port}
     * @throws ConfigException with everything that will not do
     */
    public static Configuration read(Path folder, Map<String, String> settings) {
        return new ConfigurationReader(folder, settings).read();
    }

    /** What the machine works by. */
    public Setup setup() {
        Map<AgentId, AgentSpec> agents = new HashMap<>();
        users.values().forEach(user -> user.agent().ifPresent(agent -> agents.put(agent.id(), agent)));
        Map<String, Setup.Destination> numbers = new HashMap<>();
        brands.values().forEach(brand -> brand.numbers().forEach(number ->
                numbers.put(number, new Setup.Destination(brand.id(), brand.queue(), brand.demands(), brand.mostCalls()))));
        return new Setup(queues, agents, numbers,
                server.pauseReasons().stream().map(PauseChoice::reason).collect(Collectors.toSet()), server.limits(),
                server.routing().spec(queues.values()),
                server.pbx().all().stream().map(PbxConfig.Site::name).collect(Collectors.toSet()),
                server.callbacks().spec(server.board().timeZone().getId(), brands.values()));
    }

    /** What the PBX is told about arriving calls. */
    public ArrivalPlan arrivalPlan() {
        return ArrivalPlan.of(brands.values());
    }

    /** What can be meant but probably is not; a line each. Nothing is stopped by them. */
    public List<String> warnings() {
        return Warnings.of(this);
    }

    /** The parts in which {@code other} differs and that only a restart takes in; by the name of their key. */
    public List<String> restartNeededFor(Configuration other) {
        return RestartParts.differing(server, other.server);
    }
}
