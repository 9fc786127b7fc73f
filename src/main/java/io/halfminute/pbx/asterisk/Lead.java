package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.PbxId;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.SetVarAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This server's lead at one PBX: made known to the dialplan, kept up by heartbeats, given up in good order. What is sent here
 * are global variables of the dialplan.
 */
final class Lead {

    private static final Logger LOG = LoggerFactory.getLogger(Lead.class);

    private final AsteriskSettings settings;
    private final PbxClock pbxClock;
    private final Standing standing;
    private final AtomicBoolean startedNew = new AtomicBoolean();

    Lead(AsteriskSettings settings, PbxClock pbxClock, Standing standing) {
        this.settings = settings;
        this.pbxClock = pbxClock;
        this.standing = standing;
    }

    /**
     * Makes this leadership known to the dialplan.
     *
     * @throws IOException also when a later leadership is there already, or the PBX is another than was configured
     */
    void take(Link link) throws IOException, TimeoutException {
        require();
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

    /** Whether the PBX has been started since its last snapshot was delivered, which takes it back. */
    AtomicBoolean startedNew() {
        return startedNew;
    }

    /**
     * What cannot be commanded is not watched either: what is shown from now on is marked as unsure.
     *
     * @throws IOException when this server may not lead
     */
    void require() throws IOException {
        if (!standing.isLeader()) {
            throw new IOException("this server does not lead, or cannot be sure that it does");
        }
    }

    /** Tells the dialplan that a server is alive, in seconds on the PBX's own clock. */
    void heartbeat(Link link) throws IOException {
        if (standing.isAlive()) {
            link.acting().send(new SetVarAction("HM_HEARTBEAT", Long.toString(pbxClock.millis() / 1000)), null);
        }
    }

    /** A server that leaves in good order says so; the dialplan need not wait until the heartbeat is old. */
    static void giveUp(Link link) {
        // asterisk-java does not send on a thread that is interrupted.
        Thread.interrupted();
        try {
            link.acting().send(new SetVarAction("HM_HEARTBEAT", "0"), null);
        } catch (IOException | IllegalStateException e) {
            LOG.info("the PBX was not told that this server leaves: {}", e.getMessage());
        }
    }
}
