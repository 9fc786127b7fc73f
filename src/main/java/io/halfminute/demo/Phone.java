package io.halfminute.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent's desk phone. It registers, then rings and talks by itself from the same port. When SIPp has ended, or the
 * registration grows old, it begins anew.
 */
final class Phone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Phone.class);
    private static final int SECONDS_TO_REGISTER = 10;
    /** The scenario registers for two hours. */
    private static final Duration REGISTER_EVERY = Duration.ofMinutes(100);
    /** After a failure; the PBX may just be starting. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DemoSettings settings;
    private final DemoAgent agent;
    private final Props props;
    private Sipp sipp;
    private long nextRegistration;
    private boolean closed;

    Phone(DemoSettings settings, DemoAgent agent, Props props) {
        this.settings = settings;
        this.agent = agent;
        this.props = props;
        this.nextRegistration = System.nanoTime();
    }

    /** Starts what is not running; called every second. */
    synchronized void look() throws IOException, InterruptedException {
        boolean due = System.nanoTime() - nextRegistration >= 0;
        if (closed || !due && (sipp == null || sipp.isAlive())) {
            return;
        }
        endSipp();
        int port = Sipp.freePort(settings.phonesAddress());
        nextRegistration = System.nanoTime() + (register(port) ? REGISTER_EVERY : PATIENCE).toNanos();
        if (sipp == null) {
            LOG.warn("phone {} could not register at {}", agent.phone(), settings.pbx());
        }
    }

    private boolean register(int port) throws IOException, InterruptedException {
        Sipp registration = start(port, List.of("-sf", "register.xml", "-inf", props.list(agent.phone()), "-m", "1"));
        if (!registration.succeedsWithin(SECONDS_TO_REGISTER)) {
            return false;
        }
        sipp = start(port, List.of("-sf", "phone.xml", "-rtp_echo"));
        return true;
    }

    private Sipp start(int port, List<String> options) throws IOException {
        return Sipp.start(props.folder(), settings.pbx(), settings.phonesAddress(), port, options);
    }

    private void endSipp() {
        if (sipp != null) {
            sipp.close();
            sipp = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        endSipp();
    }
}
