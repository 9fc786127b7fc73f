package io.halfminute.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.routing.RoutingSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationDefaultsTest {

    @TempDir
    Path temp;

    private final Path shipped = Path.of("config");

    @Test
    void anEmptyServerFileMeansWhatTheReferenceFileSays() {
        assertEquals(Configuration.read(shipped).server(), new Folder(temp).read().server());
    }

    @Test
    void everythingListensOnLoopbackUnlessToldOtherwise() {
        ServerConfig server = new Folder(temp).read().server();
        assertEquals("127.0.0.1", server.http().address());
        assertEquals("127.0.0.1", server.pbx().sip().address());
        assertEquals("127.0.0.1", server.pbx().agi().address());
    }

    @Test
    void theMachineShipsWithItsOwnLimits() {
        assertEquals(Setup.Limits.DEFAULT, new Folder(temp).read().server().limits());
    }

    @Test
    void aQueueAnswersInThirtySecondsAndRingsTwoAgentsInThatTime() {
        QueueSpec queue = new Folder(temp).read().queues().get(new QueueId("orders"));
        assertEquals(30_000, queue.targetMs());
        assertEquals(12_000, queue.ringMs());
        assertEquals(30_000, queue.wrapUpMs());
        assertEquals(Optional.empty(), queue.overflow());
        assertEquals(List.of(QueueSpec.least(queue.demands())), queue.rings());
    }

    @Test
    void theRoutingShipsAsItIs() {
        assertEquals(RoutingSpec.DEFAULT, new Folder(temp).read().setup().routing());
    }

    @Test
    void theShippedShopsAskForTheWantedFirst() {
        Configuration.read(shipped).queues().values().forEach(queue -> assertEquals(
                List.of(QueueSpec.wanted(queue.demands()), QueueSpec.least(queue.demands())), queue.rings()));
    }

    @Test
    void nowOnTheWallboardIsAQuarterOfAnHour() {
        assertEquals(Duration.ofMinutes(15), new Folder(temp).read().server().board().now());
    }

    @Test
    void callersOfBothShippedShopsFindAgentsOfDifferentLevels() {
        Configuration configuration = Configuration.read(shipped);
        Setup setup = configuration.setup();
        assertEquals(List.of(), configuration.warnings());
        assertEquals(8, setup.agents().size());
        for (String number : List.of("4001", "4002")) {
            QueueSpec queue = setup.queues().get(setup.numbers().get(number).queue());
            long levels = setup.agents().values().stream()
                    .map(agent -> agent.skills().level(queue.demands().getFirst().skill()))
                    .filter(level -> level >= queue.demands().getFirst().least()).distinct().count();
            assertTrue(levels >= 3, number + " finds agents of " + levels + " levels");
        }
    }

    @Test
    void theShippedSupervisorTakesNoCalls() {
        User supervisor = Configuration.read(shipped).users().get(new AgentId("supervisor"));
        assertEquals(Optional.empty(), supervisor.agent());
        assertEquals(Role.SUPERVISOR, supervisor.role());
    }
}
