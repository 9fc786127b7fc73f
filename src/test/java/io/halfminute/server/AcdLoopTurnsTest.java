package io.halfminute.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at one machine: never two at once, nothing lost, and news of the PBX is not left to another thread. */
@Timeout(60)
class AcdLoopTurnsTest {

    private static final AgentId AGENT = new AgentId("1001");
    private static final PhoneId PHONE = new PhoneId("1001");
    private static final Cause OVER = new Cause(Cause.Reason.NORMAL, "16");
    private static final int CALLS_OF_EACH = 2_000;
    private static final int THREADS = 4;

    private final List<Thread> commanded = new CopyOnWriteArrayList<>();
    private final List<AcdEvent> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger overlapped = new AtomicInteger();
    private final AtomicBoolean offering = new AtomicBoolean();
    private final AtomicInteger tooEarly = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private AcdLoop loop;

    @BeforeEach
    void start() {
        QueueSpec queue = new QueueSpec(new QueueId("orders"), "Orders", List.of(), 0, 30_000, 12_000, 0, 100_000,
                Optional.empty());
        Setup setup = new Setup(Map.of(queue.id(), queue), Map.of(AGENT, new AgentSpec(AGENT, "Li Na", PHONE, Skills.NONE)),
                Map.of("4001", new Setup.Destination(new BrandId("shop-a"), queue.id())), Set.of(),
                new Setup.Limits(2, 100, 100, 100, 100));
        loop = new AcdLoop(new Acd(setup, 1), InstantSource.system(), 100_000, this::command, this::hear, _ -> { }, this::step);
        loop.start();
        loop.fromPbx(new PbxEvent.Snapshot(List.of(), Map.of(PHONE, PhoneStatus.IDLE), now()));
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private void command(PbxCommand command) {
        if (command instanceof PbxCommand.Offer offer) {
            commanded.add(Thread.currentThread());
            offering.set(true);
            // The PBX may know of its end while the machine is not yet done with the step that asked for it.
            loop.fromPbx(new PbxEvent.CallEnded(offer.call(), OVER, now()));
        }
    }

    private void hear(List<AcdEvent> happened) {
        told.addAll(happened.stream().filter(AcdEvent.InvariantBroken.class::isInstance).toList());
        ends.addAndGet((int) happened.stream().filter(AcdEvent.CallEnded.class::isInstance).count());
    }

    private void step(AcdInput input, long nowMs, Outputs outputs, RuntimeException failed) {
        if (!busy.compareAndSet(false, true)) {
            overlapped.incrementAndGet();
        }
        if (!outputs.commands().isEmpty()) {
            offering.set(false);
        } else if (offering.get()) {
            tooEarly.incrementAndGet();
        }
        busy.set(false);
    }

    @Test
    void newsOfThePbxIsTakenByTheThreadThatBringsIt() throws Exception {
        loop.request(new AcdInput.SignIn(AGENT)).get();
        loop.request(new AcdInput.BecomeReady(AGENT)).get();
        await().until(() -> {
            comeAndGo("c" + ThreadLocalRandom.current().nextInt());
            return commanded.contains(Thread.currentThread());
        });
        assertEquals(List.of(), told);
        assertEquals(0, tooEarly.get(), "steps within steps");
    }

    @Test
    void callsOfManyThreadsAreTakenOneByOneAndEachEnds() throws Exception {
        List<Thread> threads = IntStream.range(0, THREADS).mapToObj(who -> Thread.ofPlatform().start(() -> {
            for (int n = 0; n < CALLS_OF_EACH; n++) {
                comeAndGo("c" + who + "." + n);
            }
        })).toList();
        for (int n = 0; n < 500; n++) {
            loop.request(new AcdInput.SignIn(AGENT)).get();
            loop.request(new AcdInput.BecomeReady(AGENT)).get();
            loop.request(new AcdInput.SignOut(AGENT)).get();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        await().until(() -> ends.get() == THREADS * CALLS_OF_EACH);
        assertEquals(0, overlapped.get());
        assertEquals(0, tooEarly.get(), "steps within steps");
        assertFalse(told.stream().anyMatch(AcdEvent.InvariantBroken.class::isInstance), told::toString);
    }

    private void comeAndGo(String id) {
        CallId call = new CallId(id);
        loop.fromPbx(new PbxEvent.CallArrived(call, new CallerId("138", ""), "4001", now(), now()));
        loop.fromPbx(new PbxEvent.CallWaiting(call, OfferId.NONE, now()));
        loop.fromPbx(new PbxEvent.CallEnded(call, OVER, now()));
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
