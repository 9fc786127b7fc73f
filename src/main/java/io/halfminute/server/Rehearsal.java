package io.halfminute.server;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.config.Configuration;
import io.halfminute.metric.Metrics;
import io.halfminute.metric.Sources;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.store.RecordKeeper;
import io.halfminute.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node does when it becomes the leader, done once and for nothing while it follows: a JVM that does something for the
 * first time takes twenty times as long, and callers would wait for it. One invented call goes through a machine, boards,
 * metrics and an outbox of its own; the PBX is asked what it has; the database is connected. Nothing of it leaves a trace.
 */
final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final Configuration configuration;
    private final DataFolder data;
    private final DatabaseHome home;

    private Rehearsal(Configuration configuration, DataFolder data, DatabaseHome home) {
        this.configuration = configuration;
        this.data = data;
        this.home = home;
    }

    /** On a thread of its own. */
    static void begin(Configuration configuration, DataFolder data, DatabaseHome home) {
        Rehearsal rehearsal = new Rehearsal(configuration, data, home);
        Thread.ofPlatform().daemon().name("rehearsal").start(rehearsal::play);
    }

    private void play() {
        try {
            List<AcdEvent> events = events();
            RecordKeeper.rehearse(home.prepare(), data.resolve("run"), events);
            Views views = Boards.views(() -> configuration);
            views.accept(events);
            Metrics metrics = new Metrics(sources(), new HotlineClock(), configuration.server().limits().maxCalls());
            metrics.accept(events);
            metrics.scrape();
            metrics.close();
        } catch (RuntimeException notNow) {
            LOG.info("The rehearsal was broken off, and a change of leader will take longer: {}", notNow.getMessage());
        }
    }

    /** Of a call that is found waiting, and ends. */
    private List<AcdEvent> events() {
        Acd acd = new Acd(configuration.setup(), 1);
        String dialled = configuration.setup().numbers().keySet().stream().findFirst().orElse("");
        CallSnapshot waiting = new CallSnapshot(new CallId("rehearsal"), new CallerId("", ""), dialled, 1_000, Stage.WAITING,
                OfferId.NONE, List.of(), null, 0);
        List<AcdEvent> events = new ArrayList<>();
        for (List<CallSnapshot> found : List.of(List.of(waiting), List.<CallSnapshot>of())) {
            events.addAll(acd.apply(new AcdInput.FromPbx(new PbxEvent.Snapshot(found, Map.of(), 2_000)), 2_000).events());
        }
        return events;
    }

    private static Sources sources() {
        LongSupplier none = () -> 0;
        DoubleSupplier nothing = () -> 0;
        return new Sources(new Sources.Ami(() -> false, none, none, none, none), new Sources.Outbox(none, none, none),
                new Sources.Machine(none, none, none, () -> false), new Sources.Level(nothing, nothing),
                new Sources.Forecasts(nothing, nothing, none, none, none), cause -> 0, new Sources.Journal(none, none), kind -> 0,
                new Sources.Definitions() {
                    @Override
                    public long good(ServiceLevel level, QueueId queue) {
                        return 0;
                    }

                    @Override
                    public long all(ServiceLevel level, QueueId queue) {
                        return 0;
                    }
                });
    }
}
