package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxEvent;
import java.io.IOException;
import java.net.ConnectException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
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

    /** What wakes the keeper between two beats. */
    private enum Signal { LOST, SNAPSHOT_WANTED }

    private final AsteriskSettings settings;
    private final AsteriskSettings.Limits limits;
    private final PbxClock pbxClock;
    private final Inbox inbox;
    private final EventMapper mapper;
    private final CommandSender sender;
    private final Consumer<PbxEvent> listener;
    private final Lead lead;
    private final HandBack handBack;
    private final Notes notes;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final AtomicLong connects = new AtomicLong();
    /** asterisk-java's threads have the priority of the one that makes them: calls come before records and pages. */
    private final Thread thread = Thread.ofPlatform().name("pbx-link").daemon().priority(Thread.MAX_PRIORITY).unstarted(this::run);
    private volatile long lagMs;
    private volatile boolean up;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Audit audit = new Audit();
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
        this.lead = new Lead(settings, pbxClock, standing);
        this.handBack = new HandBack(limits, closing);
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
            lead.take(link);
            sender.use(link.acting());
            handBack.all(link);
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

    private void synchronise(Link link, Watch watch)
            throws IOException, TimeoutException, InterruptedException {
        watch.signals().removeIf(signal -> signal == Signal.SNAPSHOT_WANTED);
        inbox.put(watch.session()::collect);
        long atMs = link.ping();
        pbxClock.set(atMs);
        Channels channels = Channels.of(link.channels(), link.devices(), atMs);
        List<String> members = link.members(FallbackMembers.QUEUE);
        // After the channels: whoever is not among them has been noted by now.
        List<PbxEvent.EndedCall> ended = notes.read(link::notes, channels.calls(), atMs);
        inbox.takeOverflowed();
        inbox.put(() -> {
            if (watch.session().deliver(channels, ended, lead.startedNew())) {
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
                Lead.giveUp(link);
            }
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
            lead.require();
            if (signal == Signal.SNAPSHOT_WANTED || inbox.takeOverflowed()) {
                synchronise(link, watch);
            }
            lead.heartbeat(link);
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
    static long steadyMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private void audit(Link link, Watch watch)
            throws IOException, TimeoutException, InterruptedException {
        Set<CallId> missed = audit.missed(mapper.calls(), Channels.of(link.channels(), Map.of(), 0).calls());
        if (!missed.isEmpty()) {
            gaps.incrementAndGet();
            LOG.warn("PBX at {}:{}: calls {} were missed; taking a snapshot", settings.host(), settings.port(), missed);
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
