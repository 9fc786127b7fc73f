package io.halfminute.server;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.record.Story;
import io.halfminute.store.Database;
import io.halfminute.store.DatabaseSettings;
import io.halfminute.store.KeeperSettings;
import io.halfminute.store.RecordKeeper;
import io.halfminute.store.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From the database of a hotline to a scenario, and through the simulator. */
class ExportDayCommandTest {

    private static final long MIDNIGHT = LocalDate.of(2026, 11, 21).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli();
    private static final long EIGHT = MIDNIGHT + 8 * 3_600_000L;

    @TempDir
    private Path folder;
    private final StringWriter said = new StringWriter();

    private int run(String... words) {
        return Main.commandLine().setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true)).execute(words);
    }

    private int export(String day) throws Exception {
        DatabaseSettings database = TestDatabase.settings();
        Path password = Files.writeString(folder.resolve("password"), database.password());
        return run("export-day", day, "--to", folder.toString(), "--data", folder.resolve("data").toString(), "--set",
                "database.server.url=" + database.url(), "--set", "database.server.user=" + database.user(), "--set",
                "database.server.password-file=" + password);
    }

    /** Six hundred calls from eight to ten, more than a page of the store's; the day before somebody else called. */
    private void aDay() {
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(EIGHT));
        try (Database database = TestDatabase.fresh(); RecordKeeper keeper = RecordKeeper.open(database,
                KeeperSettings.standard(folder.resolve("outbox.db"), "CN"), (a, b, c) -> { }, clock)) {
            List<AcdEvent> events = new ArrayList<>(List.of(new AcdEvent.AgentChanged(new AgentId("1001"), AgentState.SIGNED_OUT,
                    AgentState.READY, "", null, 0, EIGHT - 60_000)));
            events.addAll(new Story("yesterday", MIDNIGHT - 1).arrives("13900000000", "").served(1, "1001").events());
            for (int call = 0; call < 600; call++) {
                events.addAll(new Story("c" + call, EIGHT + call * 12_000L).arrives("13812345678", "Zhang").after(1_500)
                        .served(call + 2, "1001").events());
            }
            keeper.accept(events);
            await().atMost(ofSeconds(30)).until(() -> keeper.stats().depth() == 0);
        }
    }

    @Test
    void aRecordedDayIsPlayedAgainByAnotherPolicy() throws Exception {
        aDay();
        assertEquals(0, export("2026-11-21"), said::toString);
        assertTrue(said.toString().startsWith("600 calls; ./halfminute simulate --scenario"), said::toString);
        Path scenario = folder.resolve("day-2026-11-21.yaml");
        Path calls = folder.resolve("day-2026-11-21.csv");
        assertEquals("08:00:00.000,4001,,60.000", Files.readAllLines(calls).get(1));
        assertEquals(601, Files.readAllLines(calls).size());
        assertFalse((Files.readString(scenario) + Files.readString(calls)).contains("138"), "nobody's number");
        assertEquals(0, run("simulate", "--scenario", scenario.toString(), "--arrivals", calls.toString(), "--policy",
                "least-to-spare,fair", "--replications", "2"), said::toString);
        assertTrue(said.toString().contains("fair"), said::toString);
    }

    @Test
    void aDayOnWhichNobodyCalledAndWhatIsNoDayAreSaid() throws Exception {
        aDay();
        assertEquals(CommandLine.ExitCode.SOFTWARE, export("2026-11-19"));
        assertTrue(said.toString().contains("on 2026-11-19 nobody called"), said::toString);
        assertEquals(CommandLine.ExitCode.USAGE, export("yesterday"));
        assertTrue(said.toString().contains("\"yesterday\" is no day; what would do is such as 2026-11-21"), said::toString);
    }

    @Test
    void aHotlineThatIsNotThereIsSaid() {
        assertEquals(CommandLine.ExitCode.SOFTWARE, run("export-day", "2026-11-21", "--data", folder.resolve("nothing").toString()));
        assertTrue(said.toString().contains("there is no database in"), said::toString);
    }
}
