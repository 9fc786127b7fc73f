package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.PbxId;
import java.util.Optional;

/**
 * How to reach an Asterisk and how patient to be with it.
 *
 * @param pbx     its name; one that is not the only one has the system name {@code hm-} and this
 * @param host    where its manager interface listens
 * @param port    TCP port of it
 * @param events  the manager user that hears
 * @param actions the manager user that acts
 * @param epoch   this leadership's number, positive; the dialplan ignores commands of a lower one
 * @param agi     the address that the dialplan asks, such as {@code agi://10.0.0.5:4573/arrival}; empty to leave it as the
 *                PBX's own configuration has it
 * @param limits  waits and bounds
 */
public record AsteriskSettings(PbxId pbx, String host, int port, Login events, Login actions, long epoch, Optional<String> agi,
                               Limits limits) {

    /** A manager user. */
    public record Login(String user, String secret) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Waits in milliseconds, and bounds.
     *
     * @param connectTimeoutMs   until a connection must stand
     * @param responseTimeoutMs  until an action must be answered; then it has failed
     * @param listTimeoutMs      until a list (channels, phones, members) must be complete
     * @param pingIntervalMs     between two pings on each connection
     * @param silenceLimitMs     a connection that says nothing for so long is dead, though nobody closed it
     * @param retryMinMs         before the first attempt to connect again; doubled with each failure
     * @param retryMaxMs         the longest such wait
     * @param heartbeatMs        between two heartbeats to the dialplan; well below its HEARTBEAT_MAX_AGE
     * @param auditMs            between two comparisons of the calls known here with the PBX's list
     * @param maxQueuedCommands  commands waiting to be sent or answered; more are refused
     * @param maxQueuedEvents    events waiting for the listener; more are dropped and a snapshot follows
     * @param maxValueLength     longest value of an action, in characters
     */
    public record Limits(int connectTimeoutMs, int responseTimeoutMs, int listTimeoutMs, int pingIntervalMs,
                         int silenceLimitMs, int retryMinMs, int retryMaxMs, int heartbeatMs, int auditMs,
                         int maxQueuedCommands, int maxQueuedEvents, int maxValueLength) {

        /** What ships. */
        public static final Limits DEFAULT =
                new Limits(3_000, 3_000, 10_000, 5_000, 15_000, 200, 5_000, 1_000, 30_000, 10_000, 50_000, 256);
    }

    /** The only PBX. */
    public AsteriskSettings(String host, int port, Login events, Login actions, long epoch, Optional<String> agi,
                            Limits limits) {
        this(PbxId.MAIN, host, port, events, actions, epoch, agi, limits);
    }

    /** For a PBX that knows of one server only. */
    public AsteriskSettings(String host, int port, Login events, Login actions, long epoch, Limits limits) {
        this(host, port, events, actions, epoch, Optional.empty(), limits);
    }

    public AsteriskSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("AMI port " + port + " is not between 1 and 65535");
        }
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch " + epoch + " is not positive");
        }
    }
}
