package io.halfminute.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays everybody: eight agents at phone and desk, and callers. All that it starts ends with {@link #close}. */
public final class DemoPlayers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPlayers.class);
    private static final int THREADS = 4;
    /** SIPp takes its chance from the second in which it starts; two phones of one second would do all alike. */
    private static final long BETWEEN_AGENTS_MS = 1_300;

    private final DemoSettings settings;
    private final ScheduledExecutorService stage = Executors.newScheduledThreadPool(THREADS);
    private final List<Phone> phones = new ArrayList<>();
    private Callers callers;

    public DemoPlayers(DemoSettings settings) {
        this.settings = settings;
    }

    /**
     * Everybody comes to work; then the callers begin.
     *
     * @throws IOException when the files that SIPp needs cannot be written
     */
    public void start() throws IOException {
        Props props = new Props(settings.work());
        props.layOut(settings);
        Random chance = new Random(settings.seed());
        long arrivesMs = 0;
        for (DemoAgent agent : settings.agents()) {
            Phone phone = new Phone(settings, agent, props);
            phones.add(phone);
            every(1_000, arrivesMs, phone::look);
            every(1_000, arrivesMs, desk(agent, chance.nextLong())::step);
            arrivesMs += BETWEEN_AGENTS_MS;
        }
        callers = new Callers(settings, props);
        every(2_000, 0, callers::look);
    }

    private Desk desk(DemoAgent agent, long seed) {
        return new Desk(new DeskClient(settings.api(), agent), new Random(seed), settings.breaks());
    }

    private void every(long millis, long afterMs, Step step) {
        stage.scheduleWithFixedDelay(() -> guarded(step), afterMs, millis, TimeUnit.MILLISECONDS);
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    /** A player who stumbles goes on with his next step; the server may be starting, or away for a test. */
    private static void guarded(Step step) {
        try {
            step.take();
        } catch (IOException failure) {
            LOG.warn("{}", failure.toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            LOG.error("a player's step failed", defect);
        }
    }

    @Override
    public void close() {
        stage.shutdownNow();
        if (callers != null) {
            callers.close();
        }
        phones.forEach(Phone::close);
    }
}
