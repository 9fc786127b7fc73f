package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Sipp;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real Asterisks that ring each other's phones, with a test in the server's place. Callers come to a. */
@Tag("e2e")
class SeveralPbxsE2eTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final PbxId B = new PbxId("b");
    private static final PhoneId AT_A = new PhoneId("1001");
    private static final PhoneId AT_B = new PhoneId("1002");
    private static final Sipp.Caller CALLER = new Sipp.Caller("+8613800000000", "Zhang San", "4001");
    private static final AtomicInteger EPOCHS = new AtomicInteger(1);
    private static final AtomicInteger OFFERS = new AtomicInteger(100);

    @TempDir
    private static Path folder;
    private static PbxUnderTest a;
    private static PbxUnderTest b;

    private final List<PbxEvent> events = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private AsteriskPbxs pbxs;

    @BeforeAll
    static void startBoth() {
        List<PbxUnderTest> two = PbxUnderTest.startTwo(folder, 3, Map.of());
        a = two.getFirst();
        b = two.getLast();
    }

    @AfterAll
    static void stopBoth() {
        Stream.of(a, b).filter(pbx -> pbx != null).forEach(PbxUnderTest::close);
    }

    @BeforeEach
    void connect() {
        int epoch = EPOCHS.getAndIncrement();
        AsteriskSettings.Limits limits = new AsteriskSettings.Limits(3_000, 3_000, 10_000, 2_000, 6_000, 200, 1_000, 1_000,
                30_000, 10_000, 50_000, 256);
        pbxs = new AsteriskPbxs(List.of(a.settings(epoch, limits), b.settings(epoch, limits)), InstantSource.system(),
                events::add, Standing.ALONE, Known.NOTHING, pbxMs -> { });
        open.add(pbxs);
        pbxs.start();
        await().atMost(SOON).until(() -> pbxs.away().isEmpty());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        for (PbxUnderTest pbx : List.of(a, b)) {
            pbx.cli("channel request hangup all");
            await().atMost(SOON).until(() -> pbx.cli("core show channels count").contains("0 active channels"));
        }
    }

    private Path logs(String what) {
        return folder.resolve(what + "-" + OFFERS.incrementAndGet());
    }

    private Sipp phone(PbxUnderTest at, PhoneId phone, Sipp sipp) {
        open.add(sipp);
        sipp.register(at, List.of(phone.value()));
        PhoneId registered = phone;
        await().atMost(SOON).until(() -> last(PbxEvent.PhoneChanged.class, changed -> changed.phone().equals(registered)
                && changed.pbx().equals(at.name())).map(PbxEvent.PhoneChanged::status)
                .or(() -> last(PbxEvent.Snapshot.class, found -> found.pbx().equals(at.name()))
                        .map(found -> found.phones().get(registered))).orElse(PhoneStatus.UNREACHABLE) == PhoneStatus.IDLE);
        return sipp;
    }

    private CallId waitingCall(int stayMs) {
        open.add(Sipp.callers(a, logs("caller"), List.of(CALLER), 10, stayMs));
        return next(PbxEvent.CallWaiting.class).call();
    }

    private OfferId offer(CallId call, List<PhoneId> phones, int ringMs) {
        OfferId offer = new OfferId(OFFERS.incrementAndGet());
        pbxs.send(new PbxCommand.Offer(call, offer, phones, phones.contains(AT_B) ? Map.of(AT_B, B) : Map.of(), ringMs));
        return offer;
    }

    private <E extends PbxEvent> E next(Class<E> kind) {
        return await().atMost(SOON).until(() -> last(kind, _ -> true).orElse(null), found -> found != null);
    }

    private <E extends PbxEvent> Optional<E> last(Class<E> kind, Predicate<E> which) {
        return events.reversed().stream().filter(kind::isInstance).map(kind::cast).filter(which).findFirst();
    }

    @Test
    void aCallerAtOneIsConnectedWithAPhoneAtTheOther() {
        Sipp phone = phone(b, AT_B, Sipp.answering(b, logs("phone"), 300, 700));
        CallId call = waitingCall(20_000);
        OfferId offer = offer(call, List.of(AT_B), 10_000);
        next(PbxEvent.CallEnded.class);

        assertTrue(call.value().startsWith("hm-a-"), call::value);
        assertEquals(List.of(PbxEvent.CallArrived.class, PbxEvent.CallWaiting.class, PbxEvent.PhoneRinging.class,
                PbxEvent.OfferAnswered.class, PbxEvent.AgentLegEnded.class, PbxEvent.CallEnded.class),
                events.stream().filter(PbxEvent.OfCall.class::isInstance).map(Object::getClass).toList());
        PbxEvent.OfferAnswered answered = next(PbxEvent.OfferAnswered.class);
        assertEquals(offer, answered.offer());
        assertEquals(AT_B, answered.phone());
        assertTrue(phone.messages().contains("<sip:+8613800000000@"), "the phone shows the caller's number");
    }

    @Test
    void ofTwoPhonesAtTwoPbxsOneWinsAndTheOtherFallsSilent() {
        Sipp near = phone(a, AT_A, Sipp.answering(a, logs("near"), 60_000, 1_000));
        phone(b, AT_B, Sipp.answering(b, logs("far"), 500, 20_000));
        CallId call = waitingCall(20_000);
        OfferId offer = offer(call, List.of(AT_A, AT_B), 10_000);

        assertEquals(AT_B, next(PbxEvent.OfferAnswered.class).phone());
        PbxEvent.OfferEnded silent = next(PbxEvent.OfferEnded.class);
        assertEquals(new PbxEvent.OfferEnded(call, offer, AT_A, silent.cause(), silent.atMs()), silent);
        assertEquals(Cause.Reason.CANCELLED, silent.cause().reason());
        await().atMost(SOON).until(() -> near.messages().contains("CANCEL sip:"));
    }

    @Test
    void whatAPhoneAtTheOtherAnswersIsToldAsFromAPhoneHere() {
        phone(b, AT_B, Sipp.refusing(b, logs("phone"), "486 Busy Here"));
        offer(waitingCall(20_000), List.of(AT_B), 10_000);
        assertEquals(Cause.Reason.BUSY, next(PbxEvent.OfferEnded.class).cause().reason());
    }

    @Test
    void aPhoneThatIsNotAtTheOtherEitherIsUnreachable() {
        phone(b, AT_B, Sipp.answering(b, logs("phone"), 300, 700)).unregister(b, List.of(AT_B.value()));
        offer(waitingCall(20_000), List.of(AT_B), 10_000);
        assertEquals(Cause.Reason.UNREACHABLE, next(PbxEvent.OfferEnded.class).cause().reason());
    }

    @Test
    void aPhoneAtTheOtherThatIsNotPickedUpFallsSilentInTime() {
        Sipp phone = phone(b, AT_B, Sipp.answering(b, logs("phone"), 60_000, 1_000));
        offer(waitingCall(20_000), List.of(AT_B), 1_500);
        assertEquals(Cause.Reason.NO_ANSWER, next(PbxEvent.OfferEnded.class).cause().reason());
        await().atMost(SOON).until(() -> phone.messages().contains("CANCEL sip:"));
    }

    @Test
    void whoTalksAcrossTheTwoIsFoundBySomebodyWhoStarts() {
        phone(b, AT_B, Sipp.answering(b, logs("phone"), 100, 20_000));
        CallId call = waitingCall(30_000);
        offer(call, List.of(AT_B), 10_000);
        next(PbxEvent.OfferAnswered.class);
        pbxs.close();
        events.clear();
        connect();
        PbxEvent.CallSnapshot found = last(PbxEvent.Snapshot.class, snapshot -> snapshot.pbx().value().equals("a"))
                .orElseThrow().calls().getFirst();
        assertEquals(PbxEvent.Stage.CONNECTED, found.stage());
        assertEquals(AT_B, found.phone());
    }

    @Test
    void onePbxThatDiesIsToldAsGoneAndAsStartedAnewAndTheOtherGoesOn() {
        phone(a, AT_A, Sipp.answering(a, logs("phone"), 100, 30_000));
        CallId call = waitingCall(30_000);
        b.kill();
        await().atMost(SOON).until(() -> last(PbxEvent.PbxGone.class, gone -> gone.pbx().equals(B)).isPresent());
        offer(call, List.of(AT_A), 10_000);
        assertEquals(AT_A, next(PbxEvent.OfferAnswered.class).phone());
        b.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> last(PbxEvent.Snapshot.class,
                found -> found.pbx().equals(B)).orElseThrow().startedNew());
        assertFalse(last(PbxEvent.LinkLost.class, lost -> !lost.pbx().equals(B)).isPresent());
    }

    @Test
    void nobodyWithoutThePasswordRingsAPhoneOverTheTrunkBetweenThem() throws IOException {
        Sipp phone = phone(b, AT_B, Sipp.answering(b, logs("phone"), 300, 700));
        for (String user : List.of("hm-peer-a", "1002_a", "stranger")) {
            String answer = invite(user);
            assertTrue(answer.startsWith("SIP/2.0 40"), user + ": " + answer);
        }
        assertFalse(phone.messages().contains("INVITE sip:"));
    }

    /** The first answer of b to somebody of this name who wants to have its phone rung. */
    private static String invite(String user) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            String me = "127.0.0.1:" + socket.getLocalPort();
            String request = String.join("\r\n", "INVITE sip:" + AT_B + "@127.0.0.1:" + b.port("SIP_PORT") + " SIP/2.0",
                    "Via: SIP/2.0/UDP " + me + ";branch=z9hG4bK" + user, "From: <sip:" + user + "@127.0.0.1>;tag=1",
                    "To: <sip:" + AT_B + "@127.0.0.1>", "Call-ID: " + user + "@test", "CSeq: 1 INVITE",
                    "Contact: <sip:" + user + "@" + me + ">", "Max-Forwards: 70", "Content-Length: 0", "", "");
            byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
            socket.setSoTimeout((int) SOON.toMillis());
            socket.send(new DatagramPacket(bytes, bytes.length, new InetSocketAddress("127.0.0.1", b.port("SIP_PORT"))));
            DatagramPacket answer = new DatagramPacket(new byte[4_096], 4_096);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
        }
    }
}
