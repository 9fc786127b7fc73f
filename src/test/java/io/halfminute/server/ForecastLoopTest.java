package io.halfminute.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.forecast.Forecast;
import io.halfminute.forecast.ForecastSpec;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForecastLoopTest {

    private static final QueueId ORDERS = new QueueId("orders");

    private final List<Forecast> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final CountDownLatch never = new CountDownLatch(1);
    private ForecastLoop loop;

    @AfterEach
    void close() {
        loop.close();
    }

    private void begin(int mostLagMs, int most) {
        ForecastSpec standard = ForecastSpec.DEFAULT;
        ForecastSpec spec = new ForecastSpec(100, standard.aheadMs(),
                new ForecastSpec.Effort(20, 50, mostLagMs, 100, 100, 1), standard.speech(), standard.advice());
        loop = new ForecastLoop(spec, () -> Instant.ofEpochMilli(1_700_000_000_000L), most, busy::get, heard::add);
    }

    private static List<AcdEvent> oneQueue() {
        QueueSpec orders = new QueueSpec(ORDERS, "Orders", List.of(), 0, 30_000, 12_000, 20_000, 100, Optional.empty());
        Setup setup = new Setup(Map.of(ORDERS, orders), Map.of(), Map.of(), Set.of(), Setup.Limits.DEFAULT);
        return List.of(new AcdEvent.SetupChanged(setup, 1), new AcdEvent.LinkChanged(true, "", 1));
    }

    /** Events that keep the thread from its work for a while, like a busy machine does. */
    private List<AcdEvent> slow() {
        return new AbstractList<>() {
            @Override
            public AcdEvent get(int index) {
                try {
                    never.await(700, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new AcdEvent.LinkChanged(true, "", 1);
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    @Test
    void nothingIsForetoldWhileTheMachineIsLate() {
        begin(60_000, 100);
        busy.set(true);
        loop.events(oneQueue());
        loop.start();
        await().until(() -> loop.leftOut() >= 2);
        assertEquals(Forecast.Status.LEFT_OUT, heard.getLast().status());
        busy.set(false);
        await().until(() -> heard.getLast().status() != Forecast.Status.LEFT_OUT);
    }

    @Test
    void aForecastIsMadeEachTimeAndKept() {
        begin(60_000, 100);
        loop.events(oneQueue());
        loop.start();
        await().until(() -> heard.size() >= 2);
        assertEquals(Forecast.Status.LEARNING, loop.last().status());
        assertEquals(0, loop.leftOut());
    }

    @Test
    void onABusyMachineAForecastIsLeftOutAndSaysSo() {
        begin(300, 100);
        loop.start();
        loop.events(slow());
        await().until(() -> loop.leftOut() >= 1);
        await().until(() -> heard.stream().anyMatch(forecast -> forecast.status() == Forecast.Status.LEFT_OUT));
    }

    @Test
    void eventsThatFindNoRoomAreLetGoAndNobodyWaits() {
        begin(60_000, 2);
        loop.events(slow());
        for (int batch = 0; batch < 100; batch++) {
            loop.events(oneQueue());
        }
        assertEquals(0, loop.leftOut());
    }
}
