package io.halfminute.server;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Setup;
import io.halfminute.alarm.AlarmPicture;
import io.halfminute.config.ConfigWatcher;
import io.halfminute.config.Configuration;
import io.halfminute.config.JournalConfig;
import io.halfminute.journal.Journal;
import io.halfminute.journal.JournalLimits;
import io.halfminute.metric.Metrics;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.asterisk.Known;
import io.halfminute.store.RecordKeeper;
import io.halfminute.view.ViewLimits;
import io.halfminute.view.Views;
import io.halfminute.web.LiveViews;
import io.halfminute.web.Ports;
import io.halfminute.web.SessionDesk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts, started in the order in which they need one another, and stopped in the opposite one. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int MOST_LOOK_UPS = 32;
    /** Inputs of the machine that may be queued: minutes of the heaviest storm an Asterisk can make. */
    private static final int MOST_INPUTS = 100_000;
    private static final int MOST_BATCHES = 50_000;
    /** Offers are numbered from the time of the start on, so that no run repeats a number of another. */
    private static final long OFFERS_PER_MS = 1_000;
    /** Below the data folder. */
    static final String JOURNAL = "journal";

    private final Place place;
    private final HotlineClock clock = new HotlineClock();
    private final AtomicReference<Configuration> current;
    private final DataFolder data;
    private final DatabaseHome home;
    private final Mandate mandate;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final LongAdder broken = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private volatile boolean closing;
    private volatile AlarmLoop alarms;
    private StorePart store;
    private PbxPart pbx;
    private volatile AcdLoop loop;
    private CaseNamer namer;
    /** Null when none is kept. */
    private Journal journal;
    private BoardLoop boards;
    private Shedding shedding;
    private ForecastLoop forecast;
    private Metrics metrics;
    private Views views;
    private List<Fanout> listeners = List.of();

    /**
     * @param place         for the data folder, and to read the configuration again when it changes
     * @param configuration checked
     * @param home          the database, started; it outlives this server
     */
    Server(Place place, Configuration configuration, DatabaseHome home, Mandate mandate) {
        this.place = place;
        this.current = new AtomicReference<>(configuration);
        this.data = new DataFolder(place.data());
        this.home = home;
        this.mandate = mandate;
    }

    /**
     * Starts everything; returns when pages are served. Whether the PBX is there is told by the health.
     *
     * @throws StartFailure for what an operator can mend
     */
    public void start() {
        synchronized (started) {
            startAll();
        }
    }

    private void startAll() {
        current.get().warnings().forEach(warning -> LOG.warn("Configuration: {}", warning));
        views = Boards.views(current::get);
        shedding = new Shedding(current.get().server().board().slowing());
        boards = begin(new BoardLoop(views, clock, MOST_BATCHES, this::shed));
        forecast = begin(new ForecastLoop(current.get().server().forecast().spec(), clock, MOST_BATCHES, shedding::isOn,
                new Speaker(current.get().server().forecast(), boards::forecast, input -> loop.put(input))));
        store = begin(new StorePart(current.get(), data, home, mandate, this::ticketOpened, clock));
        Setup setup = current.get().setup();
        Acd acd = new Acd(setup, mandate.epoch() * OFFERS_PER_MS);
        loop = new AcdLoop(acd, clock, MOST_INPUTS, this::command, this::tell, nanos -> metrics.step(nanos),
                openJournal(setup, mandate.epoch()));
        namer = new CaseNamer(store.tickets, () -> current.get().ticketSkills(), loop::put, MOST_LOOK_UPS);
        pbx = new PbxPart(current::get, new Secrets(data), mandate, clock, this::fromPbx,
                () -> loop.silentMs() < Health.STUCK_MS, known());
        metrics = begin(new Metrics(new MetricSources(pbx, store, loop, shedding::isOn, forecast, views, journal, this::droppedEvents,
                kind -> alarms().count(kind), clock).sources(), clock, 2 * current.get().server().limits().maxCalls()));
        listeners = List.of(begin(new Fanout("records", MOST_BATCHES, store.keeper::accept)),
                begin(new Fanout("metrics", MOST_BATCHES, metrics)));
        startMachine();
        startForecast();
        startAlarms();
        Admission admission = begin(new Admission(store, boards, current::get, clock,
                new Recollection(store.database, loop::put, forecast::relearn, clock)::start));
        boolean begunBefore = store.keeper.since().newsMs() > 0;
        if (!begunBefore) {
            admission.start();
        }
        begin(new WebPart(current.get(), ports())).start();
        // Where users and tables are there already, nobody waits for a look at them.
        if (begunBefore) {
            admission.start();
        }
        startConfigWatcher();
    }

    private Known known() {
        RecordKeeper.Since since = store.keeper.since();
        return new Known(since.newsMs(), Set.copyOf(since.open()));
    }

    private AcdLoop.Witness openJournal(Setup setup, long epoch) {
        JournalConfig config = current.get().server().journal();
        if (config.files() == 0) {
            return AcdLoop.Witness.NONE;
        }
        journal = begin(new Journal(data.resolve(JOURNAL),
                new JournalLimits(config.files(), (long) config.fileMegabytes() << 20, config.mostQueued()), setup,
                epoch * OFFERS_PER_MS, clock.millis()));
        return journal::step;
    }

    private void startMachine() {
        loop.put(new AcdInput.RestoreAgents(store.keeper.rememberedAgents()));
        loop.put(new AcdInput.RestoreCallbacks(store.keeper.openCallbacks()));
        loop.start();
        begin(loop);
        pbx.start();
        begin(pbx);
    }

    private void startForecast() {
        if (current.get().server().forecast().on()) {
            forecast.start();
        }
    }

    private void startAlarms() {
        AlarmSigns signs = new AlarmSigns(new AlarmSigns.Eyes(loop::silentMs, pbx.asterisk::isUp, store.database::isUp,
                mandate.holds(), store.keeper::stats, broken::sum, this::droppedEvents, turnedAway::sum, shedding::isOn), views, current::get);
        alarms = begin(new AlarmLoop(signs, current.get(), new Secrets(data).webhook(), clock, boards::alarms));
    }

    /** Boards come first, so they may tick before there is a machine. */
    private void shed(Views slowed) {
        AcdLoop machine = loop;
        if (machine != null) {
            shedding.look(machine.lagMs(), System.nanoTime() / 1_000_000);
            slowed.publishEvery(shedding.boardEveryMs(ViewLimits.DEFAULT.publishEveryMs()));
        }
    }

    private long droppedEvents() {
        return listeners.stream().mapToLong(Fanout::dropped).sum();
    }

    private AlarmPicture alarms() {
        AlarmLoop watch = alarms;
        return watch == null ? AlarmPicture.NONE : watch.picture();
    }

    private Ports ports() {
        Health health = new Health(mandate, loop, pbx.asterisk, store);
        return new Ports(LiveViews.of(views), loop::request, SessionDesk.of(store.accounts), store.calls, store.tickets,
                store.ledger, store.callbacks, loop::ask, () -> Boards.calendar(current.get()), () -> Boards.brands(current.get()),
                () -> Boards.pauseReasons(current.get()), health::parts, metrics::scrape, this::alarms, clock);
    }

    private void startConfigWatcher() {
        ConfigReload reload = new ConfigReload(current, loop, store, data);
        ConfigWatcher watcher = begin(new ConfigWatcher(place.config(), place.settings(),
                current.get().server().configPoll(), reload::take, reload::refuse));
        watcher.start();
    }

    private void command(PbxCommand command) {
        pbx.asterisk.send(command);
    }

    private void fromPbx(PbxEvent event) {
        loop.fromPbx(event);
    }

    /** Records first: what fails after them costs a picture, not a ticket. */
    private void tell(List<AcdEvent> events) {
        listeners.forEach(listener -> listener.accept(events));
        boards.events(events);
        namer.accept(events);
        if (current.get().server().forecast().on()) {
            forecast.events(events);
        }
        events.forEach(this::watch);
    }

    private void watch(AcdEvent event) {
        if (event instanceof AcdEvent.InvariantBroken) {
            broken.increment();
            LOG.error("An invariant is broken: {}", event);
        } else if (event instanceof AcdEvent.CallRefused refused && refused.why() != PbxCommand.Refusal.UNKNOWN_NUMBER) {
            turnedAway.increment();
        }
    }

    private void ticketOpened(CallId call, long ticket, boolean joined) {
        boards.ticket(call, ticket);
    }

    private <T extends AutoCloseable> T begin(T part) {
        started.push(part);
        if (closing) {
            throw new StartFailure("the server was told to stop while it started");
        }
        return part;
    }

    /**
     * Stops everything, in the opposite order. Calls that go on in the PBX go on. While the server starts this waits for
     * the part that is just starting, so that none is left behind.
     */
    @Override
    public void close() {
        closing = true;
        synchronized (started) {
            Closing.all(started);
        }
    }
}
