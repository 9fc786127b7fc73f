package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import java.io.IOException;
import java.net.ConnectException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the link: connects, takes a snapshot, then beats (heartbeat to the dialplan, pings, unanswered commands, an audit
 * now and then) until the link is lost, and begins again, waiting longer after each failure.
 */
final class LinkKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkKeeper.class);
    /** With the pauses that ship some three seconds. */
    private static final int REFUSALS_OF_ONE_GONE = 4;

    /** A caller leaves the fallback queue within a tenth of a second; one who does not is served by it. */
    private static final long HAND_BACK_MS = 1_000;
    private static final long HAND_BACK_LOOK_MS = 60;

    /** What wakes the keeper between two beats. */
    private enum Signal { LOST, SNAPSHOT_WANTED }

    private final AsteriskSettings settings;
    private final AsteriskSettings.Limits limits;
    private final PbxClock pbxClock;
    private final Inbox inbox;
    private final EventMapper mapper;
    private final CommandSender sender;
    private final Consumer<PbxEvent> listener;
    private final Standing standing;
    private final Notes notes;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final AtomicLong connects = new AtomicLong();
    /** asterisk-java's threads have the priority of the one that makes them: calls come before records and pages. */
    private final Thread thread = Thread.ofPlatform().name("pbx-link").daemon().priority(Thread.MAX_PRIORITY).unstarted(this::run);
    private volatile long lagMs;
    private volatile boolean up;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicBoolean startedNew = new AtomicBoolean();
    private Set<CallId> suspects = Set.of();
    private int refusals;

    /** One link with its session and what wakes us about it. */
    private record Watch(Session session, ArrayBlockingQueue<Signal> signals) {
    }

    LinkKeeper(AsteriskSettings settings, InstantSource clock, Inbox inbox, EventMapper mapper, CommandSender sender,
               Consumer<PbxEvent> listener, Standing standing, Known known, LongConsumer pbxTime) {
        this.settings = settings;
        this.limits = settings.limits();
        this.pbxClock = new PbxClock(clock, pbxTime);
        this.inbox = inbox;
        this.mapper = mapper;
        this.sender = sender;
        this.listener = listener;
        this.standing = standing;
        // A call that is missed shows at the second audit after it.
        this.notes = new Notes(known, 2L * limits.auditMs() + limits.pingIntervalMs(), limits.maxQueuedEvents());
    }

    void start() {
        thread.start();
    }

    boolean isUp() {
        return up;
    }

    PbxClock pbxClock() {
        return pbxClock;
    }

    PbxStats stats() {
        return new PbxStats(up, events.get(), lagMs, gaps.get(), connects.get(), sender.sent(), sender.failed(), inbox.size());
    }

    private void run() {
        long wait = limits.retryMinMs();
        while (!isClosed()) {
            try {
                if (liveOneLink()) {
                    wait = limits.retryMinMs();
                }
                if (closing.await(wait, TimeUnit.MILLISECONDS)) {
                    return;
                }
                wait = Math.min(wait * 2, limits.retryMaxMs());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** @return whether the link stood at all */
    private boolean liveOneLink() throws InterruptedException {
        boolean stood = false;
        Watch watch = new Watch(new Session(mapper, listener, limits.maxQueuedEvents()), new ArrayBlockingQueue<>(16));
        try (Link link = new Link(settings, event -> heard(watch, event), why -> lost(watch, why))) {
            link.open();
            refusals = 0;
            connects.incrementAndGet();
            takeOver(link);
            sender.use(link.acting());
            handBack(link);
            synchronise(link, watch);
            up = true;
            stood = true;
            beatUntilLeaving(link, watch);
        } catch (IOException | AuthenticationFailedException | TimeoutException | IllegalStateException e) {
            LOG.warn("PBX at {}:{}: {}", settings.host(), settings.port(), e.getMessage());
            lost(watch, e.getMessage());
            countRefusal(e);
        } catch (RuntimeException e) {
            // An answer that nobody can read costs this link, never the next one.
            LOG.error("PBX at {}:{}: the link failed", settings.host(), settings.port(), e);
            lost(watch, e.toString());
        } finally {
            up = false;
            sender.use(null);
        }
        return stood;
    }

    /** Where a machine answers that nobody listens, again and again, the PBX has ended; where nothing answers, who knows. */
    private void countRefusal(Exception failure) throws InterruptedException {
        refusals = failure instanceof ConnectException ? refusals + 1 : 0;
        if (refusals == REFUSALS_OF_ONE_GONE) {
            inbox.put(() -> listener.accept(new PbxEvent.PbxGone("nobody listens there any more", settings.pbx(),
                    pbxClock.millis())));
        }
    }

    private void heard(Watch watch, ManagerEvent event) {
        events.incrementAndGet();
        inbox.offer(() -> handle(watch, event));
    }

    private void handle(Watch watch, ManagerEvent event) {
        long atMs = event.getTimestamp() == null ? pbxClock.millis() : Math.round(event.getTimestamp() * 1000);
        lagMs = Math.max(0, pbxClock.millis() - atMs);
        if (watch.session().heard(event, atMs)) {
            gaps.incrementAndGet();
            watch.signals().offer(Signal.SNAPSHOT_WANTED);
        }
    }

    private void lost(Watch watch, String why) {
        up = false;
        inbox.offer(() -> watch.session().lost(why, pbxClock.millis()));
        watch.signals().offer(Signal.LOST);
    }

    /** Makes this leadership known to the dialplan, unless a later one is there already. */
    private void takeOver(Link link) throws IOException, TimeoutException {
        requireLead();
        pbxClock.set(link.ping());
        requireName(link);
        lookWhetherNew(link);
        long present = link.global("HM_EPOCH");
        if (present > settings.epoch()) {
            throw new IOException("a server of epoch " + present + " leads at this PBX, ours is " + settings.epoch());
        }
        link.acting().ask(new SetVarAction("HM_EPOCH", Long.toString(settings.epoch())));
        if (settings.agi().isPresent()) {
            link.acting().ask(new SetVarAction("HM_AGI", settings.agi().get()));
        }
        heartbeat(link);
    }

    /** Calls are told apart by what their PBX calls itself, so two PBXs must not be called alike. */
    private void requireName(Link link) throws IOException, TimeoutException {
        String wanted = "hm-" + settings.pbx();
        if (!settings.pbx().equals(PbxId.MAIN) && !wanted.equals(link.text("SYSTEMNAME"))) {
            throw new IOException("this PBX calls itself \"" + link.text("SYSTEMNAME") + "\"; what would do is systemname = "
                    + wanted + " in its asterisk.conf, or another name for it in pbx.servers");
        }
    }

    /** A global that no configuration sets, and which ends with the PBX. */
    private void lookWhetherNew(Link link) throws IOException, TimeoutException {
        if (link.global("HM_SEEN") == 0) {
            startedNew.set(true);
        }
        link.acting().ask(new SetVarAction("HM_SEEN", Long.toString(settings.epoch())));
    }

    /** What cannot be commanded is not watched either: what is shown from now on is marked as unsure. */
    private void requireLead() throws IOException {
        if (!standing.isLeader()) {
            throw new IOException("this server does not lead, or cannot be sure that it does");
        }
    }

    /**
     * Whoever is in the PBX's own queue comes back to the waiting room before anybody is offered: else that queue and this
     * server might ring the same phone, and who came later might be served earlier.
     */
    private void handBack(Link link) throws IOException, TimeoutException, InterruptedException {
        long until = steadyMs() + Math.min(HAND_BACK_MS, limits.silenceLimitMs() / 3);
        Set<String> asked = new HashSet<>();
        List<Channels.Caller> there = atFallback(link);
        while (!there.isEmpty() && steadyMs() < until && !closing.await(HAND_BACK_LOOK_MS, TimeUnit.MILLISECONDS)) {
            for (Channels.Caller caller : there) {
                if (asked.add(caller.channel())) {
                    link.handBack(caller.channel());
                }
            }
            there = atFallback(link);
        }
    }

    private static List<Channels.Caller> atFallback(Link link) throws IOException, TimeoutException {
        return Channels.of(link.channels(), Map.of(), 0).callers().stream()
                .filter(caller -> caller.snapshot().stage() == PbxEvent.Stage.AT_FALLBACK).toList();
    }

    private void synchronise(Link link, Watch watch)
            throws IOException, TimeoutException, InterruptedException {
        watch.signals().removeIf(signal -> signal == Signal.SNAPSHOT_WANTED);
        inbox.put(watch.session()::collect);
        long atMs = link.ping();
        pbxClock.set(atMs);
        Channels channels = Channels.of(link.channels(), link.devices(), atMs);
        List<String> members = link.members(FallbackMembers.QUEUE);
        // After the channels: whoever is not among them has been noted by now.
        List<PbxEvent.EndedCall> ended = notes.read(link, channels.calls(), atMs);
        inbox.takeOverflowed();
        inbox.put(() -> {
            if (watch.session().deliver(channels, ended, startedNew)) {
                watch.signals().offer(Signal.SNAPSHOT_WANTED);
            }
        });
        notes.watched(atMs);
        sender.foundMembers(members);
        LOG.info("PBX at {}:{}: {} calls and {} phones found", settings.host(), settings.port(),
                channels.callers().size(), channels.phones().size());
    }

    private void beatUntilLeaving(Link link, Watch watch) throws IOException, TimeoutException, InterruptedException {
        try {
            beat(link, watch);
        } finally {
            if (isClosed()) {
                sayFarewell(link);
            }
        }
    }

    /** A server that leaves in good order says so; the dialplan need not wait until the heartbeat is old. */
    private static void sayFarewell(Link link) {
        // asterisk-java does not send on a thread that is interrupted.
        Thread.interrupted();
        try {
            link.acting().send(new SetVarAction("HM_HEARTBEAT", "0"), null);
        } catch (IOException | IllegalStateException e) {
            LOG.info("the PBX was not told that this server leaves: {}", e.getMessage());
        }
    }

    private void beat(Link link, Watch watch)
            throws IOException, TimeoutException, InterruptedException {
        long nextPing = steadyMs() + limits.pingIntervalMs();
        long nextAudit = steadyMs() + limits.auditMs();
        while (!isClosed()) {
            Signal signal = watch.signals().poll(limits.heartbeatMs(), TimeUnit.MILLISECONDS);
            if (signal == Signal.LOST) {
                watch.signals().offer(Signal.LOST);
                return;
            }
            requireLead();
            if (signal == Signal.SNAPSHOT_WANTED || inbox.takeOverflowed()) {
                synchronise(link, watch);
            }
            heartbeat(link);
            sender.checkAnswers();
            if (steadyMs() >= nextPing) {
                long atMs = link.ping();
                pbxClock.set(atMs);
                notes.watched(atMs);
                nextPing = steadyMs() + limits.pingIntervalMs();
            }
            if (steadyMs() >= nextAudit) {
                audit(link, watch);
                nextAudit = steadyMs() + limits.auditMs();
            }
        }
    }

    /** Not of the clock that can be set: set back by an hour, it would put the next ping off by an hour. */
    private static long steadyMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Tells the dialplan that a server is alive, in seconds on the PBX's own clock. */
    private void heartbeat(Link link) throws IOException {
        if (standing.isAlive()) {
            link.acting().send(new SetVarAction("HM_HEARTBEAT", Long.toString(pbxClock.millis() / 1000)), null);
        }
    }

    /** A call that only one side knows, twice in a row, means that an event was missed. */
    private void audit(Link link, Watch watch)
            throws IOException, TimeoutException, InterruptedException {
        Set<CallId> known = mapper.calls();
        Set<CallId> there = Channels.of(link.channels(), Map.of(), 0).calls();
        Set<CallId> different = new HashSet<>(known);
        different.addAll(there);
        different.removeIf(call -> known.contains(call) && there.contains(call));
        boolean missed = different.stream().anyMatch(suspects::contains);
        suspects = different;
        if (missed) {
            gaps.incrementAndGet();
            LOG.warn("PBX at {}:{}: calls {} were missed; taking a snapshot", settings.host(), settings.port(), different);
            synchronise(link, watch);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(limits.responseTimeoutMs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }
}
