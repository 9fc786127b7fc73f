package io.halfminute.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.simulation.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios and recorded arrivals, as people write them. */
class ScenarioFileTest {

    @TempDir
    private Path folder;

    @Test
    void everyScenarioThatShipsCanBeRead() {
        ScenarioFile.SHIPPED.forEach(name -> assertTrue(ScenarioFile.read(name).plan(1).workers().size() > 5, name));
    }

    @Test
    void shiftsAreOfTheClockAndMayEndInTheNight() throws IOException {
        Scenario scenario = read("""
                starts: 20
                hours: 12
                skills: [s]
                queues: {q: {skills: {s: {}}}}
                callers: {all: {number: "1", queue: q, calls: [10]}}
                agents: {night: {skills: {s: 3}, shifts: {late: {agents: 2, from: "22:30", until: "06:00"}}}}
                """);
        assertEquals(0, scenario.groups().getFirst().atWork(1));
        assertEquals(1, scenario.groups().getFirst().atWork(2), "two agents, half the hour");
        assertEquals(2, scenario.groups().getFirst().atWork(9));
        assertEquals(0, scenario.groups().getFirst().atWork(10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "talk: log-normal 3m 0.7    | talk: log-normal 3m      | is no law",
        "talk: log-normal 3m 0.7    | talk: 6s-1s              | is no law",
        "talk: log-normal 3m 0.7    | talk: 180                | is no law",
        "queue: q                   | queue: p                 | there is no queue",
        "calls: [10]                | calls: []                | at least one",
        "calls: [10]                | calls: [-1]              | out of range",
        "at-work: [2]               | at-wrok: [2]             | maybe you meant",
        "at-work: [2]               | at-work: [0]             | nobody works",
        "{s: 3}                     | {t: 3}                   | there is no skill",
        "hours: 2                   | hours: 0                 | out of range",
    })
    void whatIsWrongIsToldWithAdvice(String right, String wrong, String advice) {
        String text = """
                hours: 2
                skills: [s]
                queues: {q: {skills: {s: {}}}}
                callers: {all: {number: "1", queue: q, calls: [10], talk: log-normal 3m 0.7}}
                agents: {some: {skills: {s: 3}, at-work: [2]}}
                """.replace(right, wrong);
        String message = assertThrows(ConfigException.class, () -> read(text)).getMessage();
        assertTrue(message.contains(advice), message);
    }

    @Test
    void aNumberLeadsToOneQueue() throws IOException {
        String text = """
                skills: [s]
                queues: {q: {skills: {s: {}}}, p: {skills: {s: {}}}}
                callers: {some: {number: "1", queue: q, calls: [10]}, others: {number: "1", queue: %s, calls: [10]}}
                agents: {some: {skills: {s: 3}, at-work: [2]}}
                """;
        assertEquals(2, read(text.formatted("q")).demands().size());
        String message = assertThrows(ConfigException.class, () -> read(text.formatted("p"))).getMessage();
        assertTrue(message.contains("\"1\" leads to queue q already"), message);
    }

    @Test
    void aRecordedDayIsPlayedAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("day.csv"), """
                time,number,patience_s,talk_s
                00:00:01.500,4001,,90
                00:10:00,4002,12.25,
                23:00:00,4001,,
                """);
        Scenario scenario = ArrivalsFile.read(file, ScenarioFile.read("quiet"));
        assertEquals(2, scenario.recorded().size(), "what lies beyond the scenario's hours is left out");
        assertEquals(12_250, scenario.recorded().getLast().patienceMs());
    }

    @Test
    void aRecordThatWillNotDoIsToldLineByLine() throws IOException {
        Path file = Files.writeString(folder.resolve("day.csv"), """
                time,number,patience_s,talk_s
                00:10:00,4001,,
                00:05:00,4001,,
                soon,4001,,
                00:11:00,9999,,
                00:12:00,4001,-3,
                """);
        String message = assertThrows(ConfigException.class, () -> ArrivalsFile.read(file, ScenarioFile.read("quiet")))
                .getMessage();
        assertTrue(message.contains("earlier than the line before") && message.contains("no time of the day")
                && message.contains("9999") && message.contains("\"-3\""), message);
    }

    private Scenario read(String text) throws IOException {
        return ScenarioFile.read(Files.writeString(folder.resolve("scenario.yaml"), text).toString());
    }
}
