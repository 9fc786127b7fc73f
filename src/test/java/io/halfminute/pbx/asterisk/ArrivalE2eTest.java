package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Ports;
import io.halfminute.testing.RtpEar;
import io.halfminute.testing.Sipp;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step between the answer and the waiting room, and what the caller hears there. */
@Tag("e2e")
class ArrivalE2eTest {

    private static final Sipp.Caller CALLER = new Sipp.Caller("13800000000", "Zhang San", "4001");

    @TempDir
    private Path folder;

    private final List<PbxEvent> events = new CopyOnWriteArrayList<>();
    /** Refuses whoever arrives; null for nobody. */
    private volatile AsteriskPbx refusing;

    private FastAgi agi(PbxUnderTest exchange, String token) throws Exception {
        FastAgi agi = new FastAgi(new FastAgi.Settings(InetAddress.getLoopbackAddress(), exchange.port("AGI_PORT"), token, 50,
                30_000), number -> number.equals("4001")
                ? Optional.of(new ArrivalPlan("shop-a", "general", "zh", "calm", Optional.of("greeting-shop-a")))
                : Optional.empty());
        agi.start();
        return agi;
    }

    @Test
    void aCallerIsGreetedInHisShopsLanguageAndThenHearsMusic() throws Exception {
        try (PbxUnderTest exchange = PbxUnderTest.start(folder.resolve("data"), 1, Map.of());
             FastAgi _ = agi(exchange, exchange.secret("agi-token"));
             AsteriskPbx pbx = connect(exchange); RtpEar ear = RtpEar.at(PbxUnderTest.CALLERS)) {
            Sipp caller = Sipp.callers(exchange, folder.resolve("caller"), List.of(CALLER), 10, 8_000, ear.port());
            PbxEvent.CallArrived arrived = await().until(() -> first(PbxEvent.CallArrived.class), e -> e != null);
            PbxEvent.CallWaiting waiting = await().atMost(Duration.ofSeconds(10))
                    .until(() -> first(PbxEvent.CallWaiting.class), e -> e != null);
            long greeting = waiting.atMs() - arrived.atMs();
            assertTrue(greeting > 1_000 && greeting < 6_000, "the greeting took " + greeting + " ms");
            String channel = exchange.cli("core show channels concise").lines().filter(line -> line.startsWith("PJSIP/hm-trunk"))
                    .findFirst().orElseThrow().split("!")[0];
            String shown = exchange.cli("core show channel " + channel);
            assertTrue(shown.contains("HM_BRAND=shop-a") && shown.contains("HM_QUEUE=general"), shown);
            assertTrue(shown.contains("Language: zh"), shown);
            ear.forget();
            await().atMost(Duration.ofSeconds(5)).until(() -> ear.loudPackets() > 20);
            caller.close();
            assertRefusedInHisLanguage(exchange, pbx);
        }
    }

    /** He is refused as soon as he is heard of: mostly before it is known which language his shop speaks. */
    private void assertRefusedInHisLanguage(PbxUnderTest exchange, AsteriskPbx pbx) throws Exception {
        refusing = pbx;
        try (Sipp _ = Sipp.callers(exchange, folder.resolve("refused"), List.of(CALLER), 10, 20_000)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> exchange.cli("core show channels concise").lines()
                    .anyMatch(line -> line.contains("!hm-refuse!") && line.contains("lines-busy")));
            String channel = exchange.cli("core show channels concise").lines().filter(line -> line.contains("!hm-refuse!"))
                    .findFirst().orElseThrow().split("!")[0];
            assertTrue(exchange.cli("core show channel " + channel).contains("Language: zh"));
        }
    }

    @Test
    void aRequestWithoutTheTokenIsTurnedAwayAndTheCallerWaitsAllTheSame() throws Exception {
        try (PbxUnderTest exchange = PbxUnderTest.start(folder.resolve("data"), 1, Map.of());
             FastAgi _ = agi(exchange, "another-token"); AsteriskPbx pbx = connect(exchange)) {
            Sipp.callers(exchange, folder.resolve("caller"), List.of(CALLER), 10, 500).awaitSuccess(20);
            await().until(() -> first(PbxEvent.CallWaiting.class) != null);
        }
    }

    @Test
    void whereNobodyAnswersTheStepTheCallerWaitsAllTheSame() throws Exception {
        try (PbxUnderTest exchange = PbxUnderTest.start(folder.resolve("data"), 1, Map.of("AGI_PORT", "" + Ports.tcp()));
             AsteriskPbx pbx = connect(exchange)) {
            Sipp.callers(exchange, folder.resolve("caller"), List.of(CALLER), 10, 500).awaitSuccess(20);
            await().until(() -> first(PbxEvent.CallWaiting.class) != null);
        }
    }

    private void heard(PbxEvent event) {
        events.add(event);
        if (refusing != null && event instanceof PbxEvent.CallArrived arrived) {
            refusing.send(new PbxCommand.Refuse(arrived.call(), PbxCommand.Refusal.BRAND_FULL, true));
        }
    }

    private AsteriskPbx connect(PbxUnderTest exchange) {
        AsteriskPbx pbx = new AsteriskPbx(exchange.settings(1), InstantSource.system(), this::heard);
        pbx.start();
        await().until(pbx::isUp);
        return pbx;
    }

    private <E extends PbxEvent> E first(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
    }
}
