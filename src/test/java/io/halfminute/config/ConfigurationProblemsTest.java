package io.halfminute.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationProblemsTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void createFolder() {
        folder = new Folder(temp);
    }

    /** A line of what is written in {@code halfminute.yaml} (↵ is a new line), and below it what is said: line, key, advice. */
    private static final String SAID_ABOUT_THE_SERVERS_FILE = """
            http: {prot: 1}
                1  http.prot: there is no such key; maybe you meant "port"
            hhtp: {port: 1}
                1  hhtp: there is no such key; maybe you meant "http"
            http: {port: eighty}
                1  http.port: "eighty" is not a whole number; what would do is 1 to 65535
            http: {port: 70000}
                1  http.port: "70000" is out of range; what would do is 1 to 65535
            http: {port: [1]}
                1  http.port: is a group or a list; what would do is one value
            http:↵  port:
                2  http.port: has no value; write one, or remove the key to get its default
            http: 8080
                1  http: is not a group of keys; write each key on a line of its own below it
            http: {port: 1, port: 2}
                1  http.port: is there twice; remove one of them
            http: {address: "a b"}
                1  http.address: "a b" will not do; what would do is a host name or an address, such as 127.0.0.1
            pbx: {managed: yes}
                1  pbx.managed: "yes" is neither true nor false
            pbx: {password: x}
                1  pbx.password: there is no such key; secrets do not belong into the configuration: they are kept \
            in the data folder, a file each
            sessions: {lifetime: 12}
                1  sessions.lifetime: "12" is not a duration; write a number with its unit, such as 500ms, 30s, 2m \
            or 12h; what would do is 1m to 30d
            sessions: {lifetime: 90d}
                1  sessions.lifetime: "90d" is out of range; what would do is 1m to 30d
            board: {time-zone: Asia/Shangai}
                1  board.time-zone: "Asia/Shangai" is no known time zone; maybe you meant "Asia/Shanghai"
            routing: {hope: 20}
                1  routing.hope: "20" is no part of a whole; what would do is 0 to 1, such as 0.25
            pbx: {heartbeat: {every: 4s}}
                1  pbx.heartbeat.max-age: "5s" is too short beside "every"; what would do is 8s or more
            pause-reasons: {no-answer: {zh: a, en: b}}
                1  pause-reasons.no-answer: "no-answer" is set by the server itself; choose another code
            pause-reasons: {Tea: {zh: a, en: b}}
                1  pause-reasons.Tea: pause reason "Tea": 1 to 32 lower-case letters, digits or hyphens are allowed
            routing: {overload: {policy: first-come}}
                1  routing.overload.policy: "first-come" is not known; what would do: fair, mix, target
            routing: {overload: {policy: mix, mix: 2}}
                1  routing.overload.mix: "2" is no part of a whole; what would do is 0 to 1, such as 0.25
            database: {server: {user: x, password-file: y}}
                1  database.server.url: is needed and not there
            """;

    @TestFactory
    Stream<DynamicTest> aWrongValueOfTheServerIsNamedWithFileLineKeyAndAdvice() {
        List<String> lines = SAID_ABOUT_THE_SERVERS_FILE.lines().toList();
        return IntStream.range(0, lines.size() / 2).mapToObj(i -> says(lines.get(2 * i), lines.get(2 * i + 1).strip()));
    }

    private DynamicTest says(String written, String said) {
        return DynamicTest.dynamicTest(written, () -> {
            folder.with("halfminute.yaml", written.replace('↵', '\n'));
            assertEquals(List.of("halfminute.yaml:" + said), folder.problems());
        });
    }

    @Test
    void aKindOfTicketThatDoesNotExistIsNamed() {
        folder.with("queues.yaml", Folder.QUEUES + "ticket-skills:\n  complaints: {liked: {mandarin: 3}}\n");
        assertTrue(folder.problems().getFirst().endsWith("ticket-skills.complaints: there is no ticket of that kind; maybe you "
                + "meant \"complaint\""), folder.problems().toString());
    }

    @Test
    void twoUsesOfOnePortAreFound() {
        folder.with("halfminute.yaml", "http:\n  port: 5038\n");
        assertEquals(List.of("halfminute.yaml:1  pbx.ami.port: \"5038\" is also http.port; choose another port for one of them"),
                folder.problems());
    }

    @Test
    void aPortInsideThoseForSoundIsFound() {
        folder.with("halfminute.yaml", "http: {port: 10010}");
        assertTrue(folder.problems().getFirst().contains("one of the ports for sound"), folder.problems().toString());
    }

    @Test
    void aBrandWithoutItsQueueIsToldTheNearestOne() {
        folder.with("brands.yaml", Folder.BRANDS.replace("queue: orders", "queue: order"));
        assertEquals(List.of("brands.yaml:6  brands.shop-a.queue: there is no queue \"order\"; maybe you meant \"orders\""),
                folder.problems());
    }

    @Test
    void aNumberBelongsToOneBrandOnly() {
        folder.with("brands.yaml", Folder.BRANDS + Folder.BRANDS.replace("brands:\n", "").replace("shop-a", "shop-b"));
        assertEquals(List.of("brands.yaml:9  brands.shop-b.numbers: \"4001\" already belongs to \"shop-a\"; remove it from one of "
                + "them"), folder.problems());
    }

    @Test
    void aBrandThatNobodyCanCallIsRefused() {
        folder.with("brands.yaml", Folder.BRANDS.replace("[\"4001\"]", "[]"));
        assertTrue(folder.problems().getFirst().contains("is empty, so nobody can call"), folder.problems().toString());
    }

    @Test
    void aMisspeltSkillIsFoundAtQueueAndAgent() {
        folder.with("queues.yaml", Folder.QUEUES.replace("      mandarin: {least", "      mandrin: {least"))
                .with("agents.yaml", Folder.AGENTS.replace("mandarin", "mandarine"));
        assertEquals(List.of("queues.yaml:7  queues.orders.skills.mandrin: there is no skill \"mandrin\"; maybe you meant \"mandarin\"",
                "agents.yaml:4  users.1001.skills.mandarine: there is no skill \"mandarine\"; maybe you meant \"mandarin\""),
                folder.problems());
    }

    @Test
    void whoStillWritesAPriorityIsToldOfCredit() {
        folder.with("queues.yaml", Folder.QUEUES.replace("    skills:", "    priority: 5\n    skills:"));
        assertEquals(1, folder.problems().size(), folder.problems().toString());
        assertTrue(folder.problems().getFirst().endsWith("queues.orders.priority: is no more; what would do is credit: 10s, by "
                + "which its calls are served sooner"), folder.problems().toString());
    }

    @Test
    void aDemandThatWantsLessThanItsLeastIsRefused() {
        folder.with("queues.yaml", Folder.QUEUES.replace("least: 2, wanted: 4", "least: 4, wanted: 2"));
        assertEquals(List.of("queues.yaml:7  queues.orders.skills.mandarin: skill \"mandarin\": least 4, wanted 2; what would do is "
                + "least 0 (liked) or 1 and more, least <= wanted <= 5"), folder.problems());
    }

    @Test
    void aRingThatDoesNotExistOrThatNobodyWouldReachIsFound() {
        folder.with("queues.yaml", Folder.QUEUES + "    rings: [wantet, {number: \"110\"}, least, {nme: x}, least]\n");
        List<String> said = folder.problems();
        assertTrue(said.getFirst().contains("there is no ring \"wantet\"; maybe you meant \"wanted\""), said.toString());
        assertTrue(said.stream().anyMatch(line -> line.contains("rings.nme: there is no such key")), said.toString());
        assertTrue(said.stream().anyMatch(line -> line.contains("has two rings \"least\"")), said.toString());
        assertTrue(said.stream().anyMatch(line -> line.contains("a ring after the outside number 110")), said.toString());
    }

    @Test
    void aRingOfATeamThatNobodyIsOnIsWarnedOf() {
        Configuration configuration = folder.with("queues.yaml", Folder.QUEUES
                + "    rings: [least, {name: others, groups: [lat]}]\n").read();
        assertTrue(configuration.warnings().getFirst().contains("no agent is in its ring \"others\""),
                configuration.warnings().toString());
    }

    @Test
    void anAgentNeedsAPhoneOfHisOwn() {
        folder.with("agents.yaml", "users:\n  1001: {phone: 1001}\n  1002: {phone: 1001}\n  1003: {team: early}\n");
        assertEquals(List.of(
                "agents.yaml:3  users.1002.phone: \"1001\" already belongs to \"1001\"; remove it from one of them",
                "agents.yaml:4  users.1003.phone: is needed for an agent and not there; what would do is such as \"1001\""),
                folder.problems());
    }

    @Test
    void aLevelBeyondExpertIsRefused() {
        folder.with("agents.yaml", Folder.AGENTS.replace("mandarin: 5", "mandarin: 6"));
        assertEquals(List.of("agents.yaml:4  users.1001.skills.mandarin: \"6\" is out of range; what would do is 1 to 5"),
                folder.problems());
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        folder.with("halfminute.yaml", "http: {port: x}\nboard: {now: 1}")
                .with("agents.yaml", "users: {X: {phone: 1001}}").without("brands.yaml");
        assertEquals(4, folder.problems().size(), folder.problems().toString());
    }

    @Test
    void aFileThatIsNotYamlIsNamedWithItsLine() {
        folder.with("queues.yaml", "skills:\n\tmandarin: {}\n");
        assertTrue(folder.problems().getFirst().startsWith("queues.yaml:2: is not YAML: "), folder.problems().toString());
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws Exception {
        java.nio.file.Files.write(temp.resolve("agents.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(List.of("agents.yaml: is not UTF-8 text; save it as UTF-8"), folder.problems());
    }

    @Test
    void aTagThatWouldMakeAnObjectMakesNone() {
        folder.with("halfminute.yaml", "http: !!javax.script.ScriptEngineManager [x]");
        assertTrue(folder.problems().getFirst().startsWith("halfminute.yaml:1: is not YAML: Global tag is not allowed"));
    }

    @Test
    void anUnknownSettingOfTheCommandLineIsNamed() {
        assertEquals(List.of("--set  http.prot: there is no such key; maybe you meant \"http.port\""),
                folder.problems(Map.of("http.prot", "1")));
        assertEquals(List.of("--set  http.port: \"x\" is not a whole number; what would do is 1 to 65535"),
                folder.problems(Map.of("http.port", "x")));
    }

    @Test
    void aQueueThatNobodyCanServeIsOnlyWarnedOf() {
        Configuration configuration = folder.with("agents.yaml", Folder.AGENTS.replace("mandarin: 5", "english: 5")).read();
        assertTrue(configuration.warnings().getFirst().startsWith("queue \"orders\": no agent has the skills it asks for"));
    }
}
