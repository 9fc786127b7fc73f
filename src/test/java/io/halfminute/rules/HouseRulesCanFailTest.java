package io.halfminute.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that cannot fail protects nothing: each is shown something that breaks it, and something that does not. */
class HouseRulesCanFailTest {

    @TempDir
    private Path folder;

    private static void assertOne(List<String> broken, String... parts) {
        assertEquals(1, broken.size(), broken::toString);
        for (String part : parts) {
            assertTrue(broken.getFirst().contains(part), broken.getFirst());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agent,        io.halfminute.queue.QueueId",
        "pbx,          io.halfminute.call.BrandId",
        "record,       io.halfminute.view.BoardState",
        "account,      io.halfminute.pbx.PhoneId",
        "pbx.asterisk, io.halfminute.agent.AgentId",
        "demo,         io.halfminute.pbx.CallId",
        "web,          io.halfminute.metric.Metrics",
    })
    void aPackageThatUsesWhatItMayNotIsNamedWithAdvice(String from, String used) {
        assertOne(ImportTable.HOUSE.check(Sample.of(folder, "io.halfminute." + from, used + "[] field;")),
                "io.halfminute." + from + ".Sample", used, "maybe");
    }

    @ParameterizedTest
    @CsvSource({
        "account,        io.halfminute.agent.AgentId",
        "web.page,       io.halfminute.pbx.CallId",
        "store,          io.halfminute.ticket.Ticket",
        "pbx.asterisk,   io.halfminute.pbx.PbxEvent",
        "server.command, io.halfminute.metric.Metrics",
    })
    void whatTheTableAllowsPasses(String from, String used) {
        assertEquals(List.of(), ImportTable.HOUSE.check(Sample.of(folder, "io.halfminute." + from, used + " field;")));
    }

    @Test
    void aPackageWithoutARowIsNamed() {
        assertOne(ImportTable.HOUSE.check(Sample.of(folder, "io.halfminute.gossip", "")), "io.halfminute.gossip", "row");
    }

    @Test
    void aCircleInTheTableIsFound() {
        ImportTable circle = new ImportTable(Map.of("a", ImportTable.Row.uses("b"), "b", ImportTable.Row.uses("a")));
        assertEquals(List.of("a", "b"), circle.circles());
        assertEquals(Set.of("a", "b"), circle.allowed("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "acd,    org.slf4j.Logger",
        "view,   java.nio.file.Path",
        "ticket, java.net.URI",
        "view,   com.fasterxml.jackson.databind.ObjectMapper",
        "web,    org.asteriskjava.manager.ManagerConnection",
        "server, java.sql.Connection",
        "server, org.jooq.DSLContext",
        "store,  io.vertx.core.Vertx",
        "store,  picocli.CommandLine",
        "web,    io.micrometer.core.instrument.MeterRegistry",
    })
    void aForeignLibraryOutsideItsHomeIsNamedWithAdvice(String from, String used) {
        assertOne(ForeignLibraries.check(Sample.of(folder, "io.halfminute." + from, used + " field;")), used, ";");
    }

    @ParameterizedTest
    @CsvSource({
        "pbx.asterisk, org.asteriskjava.manager.ManagerConnection",
        "store,        org.jooq.DSLContext",
        "web,          io.vertx.core.Vertx",
        "server,       picocli.CommandLine",
        "metric,       io.micrometer.core.instrument.MeterRegistry",
        "pbx.asterisk, org.slf4j.Logger",
    })
    void aForeignLibraryAtHomePasses(String from, String used) {
        assertEquals(List.of(), ForeignLibraries.check(Sample.of(folder, "io.halfminute." + from, used + " field;")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "long t = System.currentTimeMillis();",
        "long t = System.nanoTime();",
        "Object t = java.time.Instant.now();",
        "Object t = java.time.LocalDate.now();",
        "Object t = java.time.LocalDate.now(java.time.ZoneOffset.UTC);",
        "Object t = java.time.InstantSource.system();",
        "java.util.function.LongSupplier t = System::currentTimeMillis;",
        "double d = Math.random();",
        "Object d = new java.util.Random();",
        "Object d = java.util.UUID.randomUUID();",
        "int d = java.util.concurrent.ThreadLocalRandom.current().nextInt();",
        "java.util.function.Supplier<Object> d = () -> new java.util.Random();",
    })
    void theClockAndDiceAreBannedInTheCoreOnly(String body) {
        assertOne(BannedCalls.check(Sample.of(folder, "io.halfminute.routing", body)), "in the core", "from the caller");
        assertEquals(List.of(), BannedCalls.check(Sample.of(folder.resolve("io"), "io.halfminute.server", body)).stream()
                .filter(broken -> broken.startsWith("io.halfminute.server")).toList());
    }

    @Test
    void diceWithASeedMayRoll() {
        assertEquals(List.of(), BannedCalls.check(Sample.of(folder, "io.halfminute.simulation",
                "Object d = new java.util.Random(7); java.time.Instant t = java.time.Instant.ofEpochMilli(0);")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "void nap() throws Exception { Thread.sleep(1); }",
        "void nap() throws Exception { java.util.concurrent.TimeUnit.SECONDS.sleep(1); }",
    })
    void sleepIsBannedEverywhere(String body) {
        assertOne(BannedCalls.check(Sample.of(folder, "io.halfminute.server", body)), "Awaitility");
    }

    @Test
    void aLongFileIsNamed() {
        String line = "// a line\n";
        assertOne(TextRules.tooLong(List.of(
                SourceFile.of("src/main/java/Long.java", line.repeat(401)),
                SourceFile.of("src/main/java/Short.java", line.repeat(400)),
                SourceFile.of("docs/long.md", line.repeat(4_000)))), "Long.java", "401");
    }

    @Test
    void aLongFunctionIsNamedInEveryLanguage() {
        String steps = "    step();\n".repeat(59);
        assertOne(longFunctions("src/test/java/A.java", "class A {\n  void longOne() {\n" + steps + "  }\n  void s() {}\n}"),
                "A.java:2", "longOne has 61 lines");
        assertOne(longFunctions("src/main/web/src/a.ts", "export async function longOne(a: string): Promise<void> {\n"
                + steps + "}\nfunction s() {\n}\n"), "a.ts:1", "longOne");
        assertOne(longFunctions("src/main/web/src/a.svelte", "<script>\n  const longOne = (a) => {\n" + steps
                + "  };\n</script>"), "longOne");
        assertOne(longFunctions("tools/a.sh", "long_one() {\n" + steps + "}\nshort_one() {\n  step\n}\n"), "long_one");
        assertOne(longFunctions("halfminute", "#!/usr/bin/env bash\nlong_one() {\n" + steps + "}\n"), "halfminute:2");
    }

    private static List<String> longFunctions(String path, String text) {
        return TextRules.tooLongFunctions(List.of(SourceFile.of(path, text)));
    }

    @Test
    void aFunctionOfSixtyLinesPasses() {
        assertEquals(List.of(), longFunctions("src/main/java/A.java",
                "class A {\n  void a() {\n" + "    step();\n".repeat(58) + "  }\n}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"// TO~DO later", "# FIX~ME", "@Dis~abled", "cd /wo~rk/main", "see /tm~p/wt/x"})
    void wordsThatPutOffAndPathsOfAMachineAreNamedWithTheirLine(String words) {
        assertOne(TextRules.bannedWords(List.of(SourceFile.of("docs/a.md", "fine\n" + words.replace("~", "")))),
                "docs/a.md:2", "—");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the network/wo~rk/load", "${ROOT}/wo~rk/x", "mastodons", "TODOS"})
    void wordsThatOnlyLookLikeThemPass(String words) {
        assertEquals(List.of(), TextRules.bannedWords(List.of(SourceFile.of("docs/a.md", words.replace("~", "")))));
    }

    @Test
    void aPackageThatSaysNothingOfItselfIsNamed() {
        assertOne(TextRules.withoutPackageInfo(List.of(
                SourceFile.of("src/main/java/io/halfminute/a/A.java", ""),
                SourceFile.of("src/main/java/io/halfminute/b/B.java", ""),
                SourceFile.of("src/main/java/io/halfminute/b/package-info.java", ""),
                SourceFile.of("src/test/java/io/halfminute/c/C.java", ""))), "io/halfminute/a", "package-info");
    }
}
