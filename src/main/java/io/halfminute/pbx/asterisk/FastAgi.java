package io.halfminute.pbx.asterisk;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.StaticMappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the dialplan's question at each arrival. A thread of its own (a virtual one) serves each caller; beyond the limit
 * a connection is closed at once, and that caller goes to the waiting room without a greeting.
 */
public final class FastAgi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FastAgi.class);

    private final Server server;

    /**
     * Where to listen and how much to take.
     *
     * @param address          where; loopback unless Asterisk is elsewhere
     * @param port             TCP port
     * @param token            what every request has to carry
     * @param maxSessions      callers served at once
     * @param sessionTimeoutMs how long Asterisk may be silent within a session, in ms; longer than the longest prompt
     */
    public record Settings(InetAddress address, int port, String token, int maxSessions, int sessionTimeoutMs) {
        @Override
        public String toString() {
            return address + ":" + port;
        }
    }

    /**
     * @param plans from the number dialled (digits only) to what becomes of the caller; empty when nobody has that
     *              number. Must answer at once.
     */
    public FastAgi(Settings settings, Function<String, Optional<ArrivalPlan>> plans) {
        server = new Server(settings, new ArrivalScript(settings.token(), plans));
    }

    /** @throws IOException if the port cannot be had */
    public void start() throws IOException {
        server.bind();
        Thread.ofPlatform().name("fastagi-accept").daemon().start(server::serve);
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static final class Server extends DefaultAgiServer {

        private final Semaphore room;
        private ServerSocketFacade bound;

        Server(Settings settings, ArrivalScript script) {
            super(new StaticMappingStrategy(script));
            setAddress(settings.address());
            setPort(settings.port());
            setSocketReadTimeout(settings.sessionTimeoutMs());
            room = new Semaphore(settings.maxSessions());
        }

        /** Apart from serving, so that a port that is taken stops the start. */
        void bind() throws IOException {
            bound = super.createServerSocket();
        }

        @Override
        protected ServerSocketFacade createServerSocket() {
            return bound;
        }

        void serve() {
            try {
                startup();
            } catch (IOException e) {
                LOG.error("FastAGI ended", e);
            }
        }

        @Override
        protected void execute(Runnable session) {
            if (isDie() || !room.tryAcquire()) {
                throw new RejectedExecutionException("FastAGI serves as many callers as it may");
            }
            Thread.ofVirtual().name("fastagi").start(() -> {
                try {
                    session.run();
                } finally {
                    room.release();
                }
            });
        }
    }
}
