package io.halfminute.config;

import io.halfminute.acd.Setup;
import io.halfminute.call.BrandId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.routing.RoutingSpec;
import io.halfminute.simulation.Demand;
import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Group;
import io.halfminute.simulation.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a scenario for {@code simulate}; {@code busy.yaml}, which ships, explains every key. */
public final class ScenarioFile {

    /** Those that ship. */
    public static final List<String> SHIPPED = List.of("quiet", "busy", "overload", "skills");

    private static final int MOST_HOURS = 24 * 31;

    private final Section file;
    private final Problems problems;

    private ScenarioFile(Section file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * One that ships, by name, or else the file of that name.
     *
     * @throws ConfigException with everything that is wrong with it
     */
    public static Scenario read(String nameOrFile) {
        Problems problems = new Problems();
        Section file = SHIPPED.contains(nameOrFile) ? YamlFile.of(nameOrFile + ".yaml", shipped(nameOrFile), problems)
                : YamlFile.open(Path.of(nameOrFile), Overrides.NONE, problems);
        return new ScenarioFile(file, problems).read();
    }

    /** The text of one that ships. */
    public static String shipped(String name) {
        try (InputStream text = ScenarioFile.class.getResourceAsStream("/scenarios/" + name + ".yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Scenario read() {
        String title = file.get("title", "scenario", Values.label());
        int startHour = file.get("starts", 0, Values.integer(0, 23));
        int hours = file.get("hours", 24, Values.integer(1, MOST_HOURS));
        Faults faults = file.get("faults", Faults.NONE, Faults::named);
        Set<String> skills = new HashSet<>(file.list("skills", Values.name()));
        Map<QueueId, QueueSpec> queues = new LinkedHashMap<>();
        Set<String> queueNames = file.section("queues").each((id, section) ->
                QueueReader.read(id, section, skills).ifPresent(queue -> queues.put(queue.id(), queue)));
        Map<String, Setup.Destination> numbers = new LinkedHashMap<>();
        List<Demand> demands = new ArrayList<>();
        file.section("callers").each((name, section) -> DemandReader.read(section, queueNames).ifPresent(kind -> {
            demands.add(kind.demand());
            lead(numbers, section, kind.demand().dialled(), new Setup.Destination(new BrandId(name), kind.queue()));
        }));
        List<Group> groups = new ArrayList<>();
        file.section("agents").each((name, section) ->
                GroupReader.read(name, section, skills, startHour, hours).ifPresent(groups::add));
        Optional<Scenario> scenario = file.build(() -> new Scenario(title, startHour, hours, queues, numbers, demands, groups,
                faults, RoutingSpec.DEFAULT, List.of()));
        problems.throwIfAny();
        return scenario.orElseThrow();
    }

    /** Several kinds of callers may dial a number; the brand is that of the first. */
    private static void lead(Map<String, Setup.Destination> numbers, Section section, String number, Setup.Destination to) {
        Setup.Destination known = numbers.putIfAbsent(number, to);
        if (known != null && !known.queue().equals(to.queue())) {
            section.problem("queue", "\"" + number + "\" leads to queue " + known.queue()
                    + " already; give these callers that queue or another number");
        }
    }
}
