package io.halfminute.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs.Refusal;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.journal.Journal;
import io.halfminute.journal.JournalLimits;
import io.halfminute.journal.Replay;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcdLoopTest {

    private static final AgentId AGENT = new AgentId("1001");
    private static final PhoneId PHONE = new PhoneId("1001");

    private final List<PbxCommand> commands = new CopyOnWriteArrayList<>();
    private final List<AcdEvent> events = new CopyOnWriteArrayList<>();
    @TempDir
    Path folder;
    private AcdLoop loop;
    private Journal journal;
    private volatile boolean failing;
    private volatile boolean deaf;

    @BeforeEach
    void start() {
        QueueSpec queue = new QueueSpec(new QueueId("orders"), "Orders", List.of(), 0, 30_000, 50, 0, 10,
                Optional.empty());
        Setup setup = new Setup(Map.of(queue.id(), queue),
                Map.of(AGENT, new AgentSpec(AGENT, "Li Na", PHONE, Skills.NONE)),
                Map.of("4001", new Setup.Destination(new BrandId("shop-a"), queue.id())), Set.of(),
                new Setup.Limits(2, 100, 100, 100, 100));
        journal = new Journal(folder, JournalLimits.DEFAULT, setup, 1_000_000_000_001L, now());
        loop = new AcdLoop(new Acd(setup, 1_000_000_000_001L), InstantSource.system(), 1_000, this::send, this::hear,
                nanos -> { }, journal::step);
        loop.start();
        loop.fromPbx(new PbxEvent.Snapshot(List.of(), Map.of(PHONE, PhoneStatus.IDLE), now()));
    }

    @AfterEach
    void stop() {
        loop.close();
        journal.close();
    }

    @Test
    void whatTheLoopTookReplaysFromTheJournal() throws Exception {
        ask(new AcdInput.SignIn(AGENT));
        ask(new AcdInput.BecomeReady(AGENT));
        loop.fromPbx(new PbxEvent.CallArrived(new CallId("c1"), new CallerId("138", "王"), "4001", now(), now()));
        loop.fromPbx(new PbxEvent.CallWaiting(new CallId("c1"), OfferId.NONE, now()));
        await().until(() -> commands.stream().anyMatch(PbxCommand.Offer.class::isInstance));
        stop();
        Replay.Result result = Replay.of(folder);
        assertTrue(result.alike() && result.skipped() == 0 && result.decisions() >= 1, result.toString());
        assertEquals(journal.written(), result.steps());
    }

    @Test
    void aRequestIsAnsweredByTheMachine() throws Exception {
        assertEquals(Optional.of(Refusal.Code.NOT_SIGNED_IN), ask(new AcdInput.BecomeReady(AGENT)).map(Refusal::code));
        assertEquals(Optional.empty(), ask(new AcdInput.SignIn(AGENT)));
        assertEquals(Optional.empty(), ask(new AcdInput.BecomeReady(AGENT)));
    }

    @Test
    void deadlinesFireThoughNothingElseHappens() throws Exception {
        ask(new AcdInput.SignIn(AGENT));
        ask(new AcdInput.BecomeReady(AGENT));
        CallId call = new CallId("1.1");
        loop.fromPbx(new PbxEvent.CallArrived(call, new CallerId("1", ""), "4001", now(), now()));
        loop.fromPbx(new PbxEvent.CallWaiting(call, io.halfminute.pbx.OfferId.NONE, now()));
        await().until(() -> commands.stream().filter(PbxCommand.Offer.class::isInstance).count() >= 2);
        assertTrue(events.stream().anyMatch(AcdEvent.OfferEnded.class::isInstance));
    }

    @Test
    void aDefectCostsOneInputAndNotTheHotline() throws Exception {
        loop.put(null);
        await().until(() -> events.stream().anyMatch(AcdEvent.InvariantBroken.class::isInstance));
        assertEquals(Optional.empty(), ask(new AcdInput.SignIn(AGENT)));
    }

    @Test
    void aListenerThatFailsDoesNotStopTheHotline() throws Exception {
        failing = true;
        assertEquals(Optional.empty(), ask(new AcdInput.SignIn(AGENT)));
        failing = false;
        assertEquals(Optional.empty(), ask(new AcdInput.BecomeReady(AGENT)));
    }

    @Test
    void aCommandThatCannotBeSentCostsNoStepAndTheJournalHasItOnce() throws Exception {
        ask(new AcdInput.SignIn(AGENT));
        deaf = true;
        assertEquals(Optional.empty(), ask(new AcdInput.BecomeReady(AGENT)));
        deaf = false;
        await().until(() -> events.stream().anyMatch(AcdEvent.InvariantBroken.class::isInstance));
        stop();
        Replay.Result result = Replay.of(folder);
        assertTrue(result.alike(), result.toString());
        assertEquals(journal.written(), result.steps());
    }

    private void send(PbxCommand command) {
        if (deaf) {
            throw new IllegalStateException("the way to the PBX is broken");
        }
        commands.add(command);
    }

    private void hear(List<AcdEvent> happened) {
        if (failing) {
            throw new IllegalStateException("the listener is broken");
        }
        events.addAll(happened);
    }

    @Test
    void aClosedLoopRefusesRequests() {
        loop.close();
        ExecutionException refused = assertThrows(ExecutionException.class,
                () -> loop.request(new AcdInput.SignIn(AGENT)).get(1, TimeUnit.SECONDS));
        assertEquals("the server is overloaded or stopping", refused.getCause().getMessage());
    }

    private Optional<Refusal> ask(AcdInput.OfAgent request) throws Exception {
        return loop.request(request).get(5, TimeUnit.SECONDS);
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
