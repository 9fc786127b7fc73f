package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call after the other through a real Asterisk, with a test in the server's place. */
@Tag("e2e")
class AsteriskPbxE2eTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final PhoneId PHONE = new PhoneId("1001");
    private static final Sipp.Caller CALLER = new Sipp.Caller("+8613800000000", "Zhang San", "4001");
    private static final AtomicInteger EPOCHS = new AtomicInteger(1);
    private static final AtomicInteger OFFERS = new AtomicInteger(100);

    @TempDir
    private static Path folder;
    private static PbxUnderTest exchange;

    private final List<PbxEvent> events = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private AsteriskPbx pbx;

    @BeforeAll
    static void startAsterisk() {
        exchange = PbxUnderTest.start(folder.resolve("data"), 3, Map.of("HEARTBEAT_MAX_AGE", "2", "HEARTBEAT_CHECK", "1"));
    }

    @AfterAll
    static void stopAsterisk() {
        exchange.close();
    }

    @BeforeEach
    void connect() {
        pbx = connected(events);
    }

    private AsteriskPbx connected(List<PbxEvent> to) {
        AsteriskPbx made = new AsteriskPbx(exchange.settings(EPOCHS.getAndIncrement()), InstantSource.system(), to::add);
        open.add(made);
        made.start();
        await().atMost(SOON).until(made::isUp);
        return made;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        exchange.cli("channel request hangup all");
        await().atMost(SOON).until(() -> exchange.cli("core show channels count").contains("0 active channels"));
    }

    private Path logs(String what) {
        return folder.resolve(what + "-" + OFFERS.incrementAndGet());
    }

    private Sipp phone(Sipp sipp) {
        open.add(sipp);
        sipp.register(exchange, List.of(PHONE.value()));
        return sipp;
    }

    private Sipp caller(Sipp.Caller who, int stayMs) {
        Sipp sipp = Sipp.callers(exchange, logs("caller"), List.of(who), 10, stayMs);
        open.add(sipp);
        return sipp;
    }

    private <E extends PbxEvent> E next(Class<E> kind) {
        return await().atMost(SOON).until(() -> first(kind), found -> found != null);
    }

    private <E extends PbxEvent> E first(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
    }

    private OfferId offer(CallId call, int ringMs) {
        OfferId offer = new OfferId(OFFERS.incrementAndGet());
        pbx.send(new PbxCommand.Offer(call, offer, PHONE, ringMs));
        return offer;
    }

    private CallId waitingCall() {
        return next(PbxEvent.CallWaiting.class).call();
    }

    @Test
    void aCallArrivesWaitsIsOfferedAnsweredAndEnds() {
        phone(Sipp.answering(exchange, logs("phone"), 300, 700));
        caller(CALLER, 20_000);
        CallId call = waitingCall();
        OfferId offer = offer(call, 10_000);
        next(PbxEvent.CallEnded.class);

        List<PbxEvent> ofCall = events.stream().filter(PbxEvent.OfCall.class::isInstance).toList();
        assertEquals(List.of(PbxEvent.CallArrived.class, PbxEvent.CallWaiting.class, PbxEvent.PhoneRinging.class,
                PbxEvent.OfferAnswered.class, PbxEvent.AgentLegEnded.class, PbxEvent.CallEnded.class),
                ofCall.stream().map(Object::getClass).toList());
        PbxEvent.CallArrived arrived = first(PbxEvent.CallArrived.class);
        assertEquals("+8613800000000", arrived.caller().number());
        assertEquals("Zhang San", arrived.caller().name());
        assertEquals("4001", arrived.dialled());
        assertTrue(Math.abs(arrived.atMs() - arrived.arrivedMs()) < 1_000, arrived::toString);
        assertEquals(offer, first(PbxEvent.PhoneRinging.class).offer());
        PbxEvent.OfferAnswered answered = first(PbxEvent.OfferAnswered.class);
        assertEquals(offer, answered.offer());
        assertEquals(PHONE, answered.phone());
        assertEquals(answered.leg(), first(PbxEvent.AgentLegEnded.class).leg());
    }

    @Test
    void aPhoneThatIsNotPickedUpGivesTheCallBack() {
        phone(Sipp.answering(exchange, logs("phone"), 60_000, 1_000));
        caller(CALLER, 20_000);
        CallId call = waitingCall();
        OfferId offer = offer(call, 700);

        PbxEvent.OfferEnded ended = next(PbxEvent.OfferEnded.class);
        assertEquals(offer, ended.offer());
        assertEquals(Cause.Reason.NO_ANSWER, ended.cause().reason());
        long rang = ended.atMs() - first(PbxEvent.PhoneRinging.class).atMs();
        assertTrue(rang > 500 && rang < 1_200, "rang for " + rang + " ms");
        await().atMost(SOON).until(() -> events.stream().anyMatch(event ->
                event instanceof PbxEvent.CallWaiting waiting && waiting.lastOffer().equals(offer)));
    }

    @Test
    void aPhoneThatIsEngagedOrRefusesIsTold() {
        assertRefusal("486 Busy Here", Cause.Reason.BUSY);
        assertRefusal("603 Decline", Cause.Reason.REFUSED);
    }

    private void assertRefusal(String status, Cause.Reason reason) {
        events.clear();
        Sipp phone = phone(Sipp.refusing(exchange, logs("phone"), status));
        Sipp caller = caller(CALLER, 2_000);
        OfferId offer = offer(waitingCall(), 5_000);
        PbxEvent.OfferEnded ended = next(PbxEvent.OfferEnded.class);
        assertEquals(offer, ended.offer());
        assertEquals(reason, ended.cause().reason(), ended::toString);
        caller.awaitSuccess(10);
        phone.close();
    }

    @Test
    void aPhoneThatIsNotRegisteredIsUnreachable() {
        phone(Sipp.answering(exchange, logs("phone"), 100, 100)).unregister(exchange, List.of(PHONE.value()));
        caller(CALLER, 20_000);
        offer(waitingCall(), 5_000);
        assertEquals(Cause.Reason.UNREACHABLE, next(PbxEvent.OfferEnded.class).cause().reason());
    }

    @Test
    void aPhonesStatusIsTold() {
        phone(Sipp.answering(exchange, logs("phone"), 200, 400));
        caller(CALLER, 20_000);
        offer(waitingCall(), 5_000);
        next(PbxEvent.CallEnded.class);
        await().atMost(SOON).until(() -> statuses().size() >= 2 && statuses().getLast() == PhoneStatus.IDLE);
        assertTrue(statuses().contains(PhoneStatus.IN_USE), () -> statuses().toString());
    }

    private List<PhoneStatus> statuses() {
        return events.stream().filter(PbxEvent.PhoneChanged.class::isInstance).map(PbxEvent.PhoneChanged.class::cast)
                .filter(changed -> changed.phone().equals(PHONE)).map(PbxEvent.PhoneChanged::status).toList();
    }

    @Test
    void aCallerWhoHangsUpWhileWaitingEndsTheCall() {
        caller(CALLER, 600);
        CallId call = waitingCall();
        assertEquals(call, next(PbxEvent.CallEnded.class).call());
    }

    @Test
    void aCallerWhoHangsUpWhileThePhoneRingsCancelsTheOffer() {
        phone(Sipp.answering(exchange, logs("phone"), 60_000, 1_000));
        caller(CALLER, 1_500);
        OfferId offer = offer(waitingCall(), 20_000);
        next(PbxEvent.CallEnded.class);
        PbxEvent.OfferEnded ended = first(PbxEvent.OfferEnded.class);
        assertEquals(offer, ended.offer());
        assertEquals(Cause.Reason.CANCELLED, ended.cause().reason());
    }

    @Test
    void aCallIsTakenBackWhileThePhoneRings() {
        phone(Sipp.answering(exchange, logs("phone"), 60_000, 1_000));
        caller(CALLER, 20_000);
        CallId call = waitingCall();
        OfferId offer = offer(call, 20_000);
        next(PbxEvent.PhoneRinging.class);
        pbx.send(new PbxCommand.Retrieve(call));
        assertEquals(Cause.Reason.CANCELLED, next(PbxEvent.OfferEnded.class).cause().reason());
        await().atMost(SOON).until(() -> events.stream().anyMatch(event ->
                event instanceof PbxEvent.CallWaiting waiting && waiting.lastOffer().equals(offer)));
    }

    @Test
    void aRefusedCallerHearsWhyAndIsHungUp() {
        Sipp caller = caller(CALLER, 30_000);
        pbx.send(new PbxCommand.Refuse(waitingCall(), PbxCommand.Refusal.QUEUE_FULL, false));
        next(PbxEvent.CallEnded.class);
        caller.awaitSuccess(10);
        assertTrue(caller.messages().contains("BYE sip:caller@"));
    }

    /** Nobody listens at the trunk's address, and SIP takes 32 seconds to say so (RFC 3261, timer B). */
    @Test
    void aCallerWhomTheOutsideNumberDoesNotAnswerWaitsOn() {
        caller(CALLER, 50_000);
        CallId call = waitingCall();
        events.clear();
        pbx.send(new PbxCommand.Divert(call, "4999"));
        await().atMost(Duration.ofSeconds(45)).until(() -> first(PbxEvent.CallWaiting.class) != null);
        assertEquals(call, first(PbxEvent.CallWaiting.class).call());
        assertNull(first(PbxEvent.CallEnded.class));
    }

    @Test
    void aCommandAboutACallThatIsGoneFails() {
        OfferId offer = new OfferId(OFFERS.incrementAndGet());
        pbx.send(new PbxCommand.Offer(new CallId("hm-1.1"), offer, PHONE, 1_000));
        assertEquals(offer, next(PbxEvent.CommandFailed.class).offer());
    }

    @Test
    void aServerThatComesBackFindsTheCallsWhereTheyStand() {
        phone(Sipp.answering(exchange, logs("phone"), 100, 20_000));
        caller(CALLER, 30_000);
        CallId talking = waitingCall();
        OfferId offer = offer(talking, 5_000);
        PbxEvent.OfferAnswered answered = next(PbxEvent.OfferAnswered.class);
        PbxEvent.CallArrived arrived = first(PbxEvent.CallArrived.class);
        pbx.close();

        List<PbxEvent> later = new CopyOnWriteArrayList<>();
        connected(later);
        PbxEvent.Snapshot snapshot = assertInstanceOf(PbxEvent.Snapshot.class, later.getFirst());
        PbxEvent.CallSnapshot call = snapshot.calls().getFirst();
        assertEquals(talking, call.call());
        assertEquals(PbxEvent.Stage.CONNECTED, call.stage());
        assertEquals(arrived.caller(), call.caller());
        assertEquals(arrived.arrivedMs(), call.arrivedMs());
        assertEquals(offer, call.offer());
        assertEquals(PHONE, call.phone());
        assertEquals(answered.leg(), call.leg());
        assertTrue(Math.abs(answered.atMs() - call.answeredMs()) < 500, call::toString);
        assertEquals(PhoneStatus.IN_USE, snapshot.phones().get(PHONE));
    }

    @Test
    void whileNoServerIsAliveTheFallbackBringsTheCallerToAReadyAgent() {
        phone(Sipp.answering(exchange, logs("phone"), 100, 20_000));
        pbx.send(new PbxCommand.KeepFallback(Set.of(PHONE)));
        await().atMost(SOON).until(() -> exchange.cli("queue show hm-fallback").contains("PJSIP/1001"));
        caller(CALLER, 30_000);
        CallId call = waitingCall();
        pbx.close();
        await().atMost(SOON).until(() -> exchange.cli("core show channels concise").lines()
                .anyMatch(line -> line.startsWith("PJSIP/1001-") && line.contains("!Up!")));

        List<PbxEvent> later = new CopyOnWriteArrayList<>();
        AsteriskPbx next = connected(later);
        PbxEvent.CallSnapshot found = ((PbxEvent.Snapshot) later.getFirst()).calls().getFirst();
        assertEquals(call, found.call());
        assertEquals(PbxEvent.Stage.CONNECTED, found.stage());
        assertEquals(PHONE, found.phone());
        assertEquals(OfferId.NONE, found.offer());
        next.send(new PbxCommand.KeepFallback(Set.of()));
        await().atMost(SOON).until(() -> exchange.cli("queue show hm-fallback").contains("No Members"));
    }
}
