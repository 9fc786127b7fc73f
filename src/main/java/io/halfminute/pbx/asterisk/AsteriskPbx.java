package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port to one Asterisk; keeps the contract that {@link io.halfminute.pbx} states. Events come to the listener one after
 * the other, on whatever thread brings them; the listener does not wait for anything of the PBX.
 */
public final class AsteriskPbx implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AsteriskPbx.class);

    private final Consumer<PbxEvent> listener;
    private final Inbox inbox;
    private final EventMapper mapper;
    private final CommandSender sender;
    private final LinkKeeper keeper;

    /**
     * @param clock    ours; the PBX's is told from it by pings
     * @param listener gets every event
     */
    public AsteriskPbx(AsteriskSettings settings, InstantSource clock, Consumer<PbxEvent> listener) {
        this(settings, clock, listener, Standing.ALONE, Known.NOTHING, pbxMs -> { });
    }

    /**
     * @param standing of whoever commands
     * @param known    from earlier servers; what ended after it is told by {@link PbxEvent.EndedUnwatched}
     * @param pbxTime  told at every ping what time it is at the PBX, in milliseconds since 1970; to return at once
     */
    public AsteriskPbx(AsteriskSettings settings, InstantSource clock, Consumer<PbxEvent> listener, Standing standing,
                       Known known, LongConsumer pbxTime) {
        this.listener = listener;
        mapper = new EventMapper(settings.pbx());
        inbox = new Inbox(settings.limits().maxQueuedEvents());
        sender = new CommandSender(settings, clock, this::pbxMillis, mapper::channelOf, standing, this::failed);
        keeper = new LinkKeeper(settings, clock, inbox, mapper, sender, listener, standing, known, pbxTime);
    }

    /**
     * Does once, and for nothing, what a link does when it connects, so that the real one need not wait until the JVM has
     * loaded all that it takes. Changes nothing at the PBX; a PBX that is not there is no error.
     */
    public static void rehearse(AsteriskSettings settings) {
        try (Link link = new Link(settings, event -> { }, why -> { })) {
            link.open();
            long atMs = link.ping();
            Channels.of(link.channels(), link.devices(), atMs).snapshot(settings.pbx(), false);
            link.members(FallbackMembers.QUEUE);
            link.notes("0");
        } catch (IOException | AuthenticationFailedException | TimeoutException | RuntimeException notNow) {
            LOG.debug("nothing was rehearsed: {}", notNow.getMessage());
        }
    }

    /** Begins to connect, and goes on for ever; a PBX that is not there yet is no error. */
    public void start() {
        inbox.start();
        sender.start();
        keeper.start();
    }

    /** Takes a command and returns at once; what comes of it is told by events. */
    public void send(PbxCommand command) {
        sender.send(command);
    }

    /** Whether this call is here; from any thread. */
    boolean has(CallId call) {
        return mapper.knows(call);
    }

    /** Whether both connections stand and the snapshot has been taken. */
    public boolean isUp() {
        return keeper.isUp();
    }

    /** For metrics and health. */
    public PbxStats stats() {
        return keeper.stats();
    }

    private long pbxMillis() {
        return keeper.pbxClock().millis();
    }

    private void failed(CallId call, PbxCommand command, String reason) {
        inbox.offer(() -> listener.accept(
                new PbxEvent.CommandFailed(call, Redirects.offerOf(command), reason, pbxMillis())));
    }

    /** Leaves the PBX; calls go on, and within some seconds the dialplan knows that nobody is there. */
    @Override
    public void close() {
        keeper.close();
        sender.close();
        inbox.close();
    }
}
