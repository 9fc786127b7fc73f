package io.halfminute.server;

import io.halfminute.cluster.Leadership;
import io.halfminute.cluster.Lease;
import io.halfminute.cluster.LeaseBook;
import io.halfminute.cluster.LeaseTimes;
import io.halfminute.cluster.Members;
import io.halfminute.config.ClusterConfig;
import io.halfminute.config.Configuration;
import io.halfminute.store.Database;
import io.halfminute.store.LeaseTable;
import io.halfminute.web.Relay;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of several servers. It follows, that is hands pages and API through to the leader, until it holds the lease; then it is
 * the server. One that loses the lease ends, and is started again by whoever watches over it, as a follower: nothing that it
 * knew as the leader is worth keeping.
 */
final class Node implements AutoCloseable {

    /** Exit code of a server that has lost the lead, and is to be started again at once. */
    static final int LEAD_LOST = 75;

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    /** All queues of this version share their agents. */
    private static final String DOMAIN = "hotline";

    private final Place place;
    private final Configuration configuration;
    private final DatabaseHome home;
    private final ClusterConfig cluster;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile boolean closing;
    private Leadership leadership;
    private Relay relay;

    Node(Place place, Configuration configuration, DatabaseHome home) {
        this.place = place;
        this.configuration = configuration;
        this.home = home;
        this.cluster = configuration.server().cluster().orElseThrow();
    }

    /**
     * Begins to follow.
     *
     * @throws StartFailure for what an operator can mend
     */
    void start() {
        Database database = begin(new Database(home.settings()));
        relay = begin(new Relay(WebPart.settings(configuration)));
        StartFailure.orValue(relay.start());
        begin(new Members(new Members.Node(cluster.node(), cluster.address()), cluster.listen(), cluster.port(),
                cluster.members(), nodes -> LOG.info("Nodes: {}", nodes)));
        leadership = begin(new Leadership(book(database), cluster.node(), cluster.address(), LeaseTimes.of(cluster.lease()),
                System::nanoTime, new Moves()));
        leadership.start();
    }

    /** Completed with an exit code when this process is of no more use. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    private static LeaseBook book(Database database) {
        LeaseTable table = new LeaseTable(database, DOMAIN);
        return new LeaseBook() {
            @Override
            public Lease seek(String node, String address, Duration length) {
                LeaseTable.Row row = table.seek(node, address, length);
                return new Lease(row.epoch(), row.node(), row.address());
            }

            @Override
            public boolean renew(Lease mine, Duration length) {
                return table.renew(row(mine), length);
            }

            @Override
            public void release(Lease mine) {
                table.release(row(mine));
            }
        };
    }

    private static LeaseTable.Row row(Lease lease) {
        return new LeaseTable.Row(lease.epoch(), lease.node(), lease.address());
    }

    private final class Moves implements Leadership.Listener {
        private boolean rehearsed;

        @Override
        public void follows(Lease leader) {
            relay.to(leader.address());
            if (!rehearsed) {
                rehearsed = true;
                Rehearsal.begin(configuration, new DataFolder(place.data()), home);
            }
        }

        @Override
        public void leads(Lease mine) {
            Thread.ofPlatform().name("node").start(() -> becomeServer(mine));
        }

        @Override
        public void lost(Lease mine) {
            ended.complete(LEAD_LOST);
        }
    }

    /** The lease is renewed meanwhile, on its own thread. Whatever goes wrong, the lead must not stay with who cannot serve. */
    private void becomeServer(Lease mine) {
        boolean serves = false;
        try {
            relay.close();
            begin(new Server(place, configuration, home, new Mandate(mine.epoch(), leadership::holds, true))).start();
            serves = true;
        } catch (RuntimeException failed) {
            if (closing) {
                LOG.info("The server was told to stop while it started: {}", failed.getMessage());
            } else {
                LOG.error("This node leads and cannot serve; another one shall", failed);
            }
        } finally {
            if (!serves) {
                ended.complete(1);
            }
        }
    }

    private <T extends AutoCloseable> T begin(T part) {
        synchronized (started) {
            if (closing) {
                throw new StartFailure("the node was told to stop while it started");
            }
            started.push(part);
        }
        return part;
    }

    /** The server first: the lead is given up once nothing is commanded any more, and another node need not wait for its end. */
    @Override
    public void close() {
        synchronized (started) {
            closing = true;
        }
        Closing.all(started);
    }
}
