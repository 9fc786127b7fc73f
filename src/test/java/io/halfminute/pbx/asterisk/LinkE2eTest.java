package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Sipp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link breaks, goes silent, or belongs to another server. */
@Tag("e2e")
class LinkE2eTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final AsteriskSettings.Limits IMPATIENT =
            new AsteriskSettings.Limits(1_000, 500, 5_000, 300, 1_500, 100, 500, 200, 400, 100, 1_000, 256);

    private static final AtomicLong EPOCHS = new AtomicLong();

    @TempDir
    private static Path folder;
    private static PbxUnderTest exchange;

    private final List<PbxEvent> events = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startAsterisk() {
        exchange = PbxUnderTest.start(folder.resolve("data"), 1, Map.of("HEARTBEAT_MAX_AGE", "60"));
    }

    @AfterAll
    static void stopAsterisk() {
        exchange.close();
    }

    /** The exchange remembers the highest one, so each test leads anew. */
    private static long nextEpoch() {
        return EPOCHS.incrementAndGet();
    }

    private AsteriskPbx connect(long epoch) {
        AsteriskPbx pbx = new AsteriskPbx(exchange.settings(epoch, IMPATIENT), InstantSource.system(), events::add);
        pbx.start();
        return pbx;
    }

    private long count(Class<? extends PbxEvent> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    @Test
    void anAsteriskThatStartsAgainIsFoundAgain() {
        try (AsteriskPbx pbx = connect(nextEpoch())) {
            await().atMost(SOON).until(pbx::isUp);
            exchange.stop();
            await().atMost(SOON).until(() -> count(PbxEvent.LinkLost.class) == 1);
            assertFalse(pbx.isUp());
            exchange.start();
            await().atMost(SOON).until(() -> count(PbxEvent.Snapshot.class) == 2);
            assertEquals(1, count(PbxEvent.LinkLost.class));
        }
    }

    @Test
    void anAsteriskThatSaysNothingAnyMoreIsLostThoughItsConnectionsStand() throws Exception {
        String pid = Files.readString(exchange.data().resolve("pbx/asterisk.pid")).strip();
        try (AsteriskPbx pbx = connect(nextEpoch())) {
            await().atMost(SOON).until(pbx::isUp);
            signal("STOP", pid);
            await().atMost(SOON).until(() -> count(PbxEvent.LinkLost.class) == 1);
            signal("CONT", pid);
            await().atMost(SOON).until(() -> count(PbxEvent.Snapshot.class) == 2);
        } finally {
            signal("CONT", pid);
        }
    }

    private static void signal(String name, String pid) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }

    @Test
    void aServerThatIsNoLongerTheLeaderDoesNothing() {
        long epoch = nextEpoch();
        try (AsteriskPbx old = connect(epoch)) {
            await().atMost(SOON).until(old::isUp);
            exchange.cli("dialplan set global HM_EPOCH " + nextEpoch());
            Sipp.callers(exchange, folder.resolve("callers"), List.of(new Sipp.Caller("1", "x", "4001")), 10, 1_500);
            await().atMost(SOON).until(() -> count(PbxEvent.CallWaiting.class) == 1);
            PbxEvent.CallWaiting waiting = (PbxEvent.CallWaiting) events.getLast();
            old.send(new PbxCommand.Offer(waiting.call(), new OfferId(5), new PhoneId("1001"), 1_000));
            await().atMost(SOON).until(() -> count(PbxEvent.CallWaiting.class) == 2);
            await().atMost(SOON).until(() -> count(PbxEvent.CallEnded.class) == 1);
            assertEquals(0, count(PbxEvent.OfferEnded.class));
        }
        events.clear();
        try (AsteriskPbx late = connect(epoch)) {
            await().during(Duration.ofMillis(600)).atMost(SOON).until(() -> !late.isUp());
            assertTrue(events.isEmpty(), events::toString);
        }
    }

    @Test
    void aCallThatComesAndGoesWhileNoServerIsThereIsToldByTheNextOne() {
        long beforeMs = InstantSource.system().millis();
        String name = "A, b ${HM_EPOCH} & c";
        Sipp.callers(exchange, folder.resolve("unwatched"), List.of(new Sipp.Caller("13900000001", name, "4001")), 10, 500)
                .awaitSuccess(20);
        try (AsteriskPbx pbx = new AsteriskPbx(exchange.settings(nextEpoch(), IMPATIENT), InstantSource.system(), events::add,
                Standing.ALONE, new Known(beforeMs, Set.of()), pbxMs -> { })) {
            pbx.start();
            await().atMost(SOON).until(pbx::isUp);
            await().atMost(SOON).until(() -> count(PbxEvent.Snapshot.class) == 1);
            PbxEvent.EndedCall ended = ((PbxEvent.EndedUnwatched) events.getFirst()).calls().getFirst();
            assertEquals("13900000001", ended.last().caller().number());
            assertEquals("4001", ended.last().dialled());
            assertEquals(PbxEvent.Stage.AT_FALLBACK, ended.last().stage());
            assertTrue(ended.last().arrivedMs() >= beforeMs && ended.waitingMs() >= ended.last().arrivedMs()
                    && ended.endedMs() >= ended.last().arrivedMs() + 400, ended::toString);
            assertEquals(0, ended.last().answeredMs());
        }
        events.clear();
        try (AsteriskPbx pbx = new AsteriskPbx(exchange.settings(nextEpoch(), IMPATIENT), InstantSource.system(), events::add,
                Standing.ALONE, new Known(InstantSource.system().millis() + 1, Set.of()), pbxMs -> { })) {
            pbx.start();
            await().atMost(SOON).until(() -> count(PbxEvent.Snapshot.class) == 1);
            assertEquals(0, count(PbxEvent.EndedUnwatched.class), "on record already");
        }
    }

    @Test
    void whoeverIsInThePbxsOwnQueueIsHandedBackToAServerThatComesAndWhoTalksTalksOn() {
        try (Sipp phones = Sipp.answering(exchange, folder.resolve("phones"), 200, 20_000)) {
            phones.register(exchange, List.of("1001"));
            exchange.cli("queue add member PJSIP/1001 to hm-fallback");
            List<Sipp.Caller> callers = List.of(new Sipp.Caller("1", "x", "4001"), new Sipp.Caller("2", "x", "4001"),
                    new Sipp.Caller("3", "x", "4001"));
            try (Sipp calling = Sipp.callers(exchange, folder.resolve("handed-back"), callers, 10, 12_000)) {
                await().atMost(SOON).until(() -> exchange.cli("queue show hm-fallback").contains("2 calls"));
                try (AsteriskPbx pbx = connect(nextEpoch())) {
                    await().atMost(SOON).until(pbx::isUp);
                    await().atMost(SOON).until(() -> count(PbxEvent.Snapshot.class) == 1);
                    PbxEvent.Snapshot found = (PbxEvent.Snapshot) events.stream().filter(PbxEvent.Snapshot.class::isInstance)
                            .findFirst().orElseThrow();
                    assertEquals(List.of(PbxEvent.Stage.CONNECTED, PbxEvent.Stage.WAITING, PbxEvent.Stage.WAITING), found.calls()
                            .stream().map(PbxEvent.CallSnapshot::stage).sorted(Comparator.comparing(Enum::name)).toList());
                    await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> count(PbxEvent.AgentLegEnded.class) == 0);
                }
                calling.awaitSuccess(20);
            } finally {
                exchange.cli("queue remove member PJSIP/1001 from hm-fallback");
            }
        }
    }

    @Test
    void notesThatAreOldEnoughAreThrownAway() {
        exchange.cli("database put hm-ended 1000/1.1 x");
        exchange.cli("database put hm-ended 1004/1.2 x");
        exchange.cli("database put hm-ended-oldest minute 1000");
        Sipp.callers(exchange, folder.resolve("rotates"), List.of(new Sipp.Caller("1", "x", "4001")), 10, 500).awaitSuccess(20);
        await().atMost(SOON).until(() -> exchange.cli("database get hm-ended-oldest minute").contains("1005"));
        String left = exchange.cli("database show hm-ended");
        assertFalse(left.contains("/1000/") || left.contains("/1004/"), left);
    }

    @Test
    void aServersClockThatIsSetBackDoesNotMakeItsHeartbeatOld() {
        AtomicLong aheadMs = new AtomicLong(3_600_000);
        InstantSource clock = () -> InstantSource.system().instant().plusMillis(aheadMs.get());
        try (AsteriskPbx pbx = new AsteriskPbx(exchange.settings(nextEpoch(), IMPATIENT), clock, events::add)) {
            pbx.start();
            await().atMost(SOON).until(pbx::isUp);
            aheadMs.set(0);
            await().atMost(SOON).during(Duration.ofSeconds(1)).until(() -> Math.abs(heartbeatAgeS()) < 30);
        }
    }

    private static long heartbeatAgeS() {
        return InstantSource.system().millis() / 1_000 - Long.parseLong(exchange.cli("dialplan show globals")
                .replaceAll("(?s).*HM_HEARTBEAT=(\\d+).*", "$1"));
    }

    @Test
    void aCallWhoseArrivalWasMissedIsFoundByTheAudit() {
        try (AsteriskPbx pbx = connect(nextEpoch())) {
            await().atMost(SOON).until(pbx::isUp);
            Sipp caller = Sipp.callers(exchange, folder.resolve("missed"), List.of(new Sipp.Caller("1", "x", "4001")), 10, 30_000);
            await().atMost(SOON).until(() -> count(PbxEvent.CallWaiting.class) == 1);
            String channel = exchange.cli("core show channels concise").split("!")[0];
            // As if its end had been missed: for the PBX it is no caller any more.
            exchange.cli("dialplan set chanvar " + channel + " HM_ARRIVED 0");
            await().atMost(SOON).until(() -> count(PbxEvent.Snapshot.class) == 2);
            assertEquals(List.of(), ((PbxEvent.Snapshot) events.getLast()).calls());
            assertEquals(1, pbx.stats().gaps());
            caller.close();
            exchange.cli("channel request hangup all");
        }
    }
}
