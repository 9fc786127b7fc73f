package io.halfminute.config;

import io.halfminute.pbx.PbxId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The telephone exchange and the ways to it.
 *
 * @param name         of this one, where there are several
 * @param managed      whether the launcher gets Asterisk running from {@code asterisk/}; false for one that runs elsewhere
 * @param host         where its AMI is reached
 * @param trunkAddress calls from this address are callers
 * @param servers      the others, if there are any
 */
public record PbxConfig(PbxId name, boolean managed, String host, String trunkAddress, Sip sip, Ami ami, Agi agi,
                        Heartbeat heartbeat, List<Site> servers) {

    public PbxConfig {
        servers = List.copyOf(servers);
    }

    /**
     * Where one PBX is reached.
     *
     * @param host         its AMI
     * @param trunkAddress calls from this address are callers
     */
    public record Site(PbxId name, String host, int amiPort, String trunkAddress, Sip sip) {
        static Optional<Site> read(String name, Section section) {
            String host = section.get("host", "127.0.0.1", Values.host());
            try {
                return Optional.of(section.finish(new Site(new PbxId(name), host,
                        section.get("ami-port", 5038, Values.port()),
                        section.get("trunk-address", "127.0.0.2", Values.host()), Sip.read(section.section("sip"), host))));
            } catch (IllegalArgumentException wrong) {
                section.problem(wrong.getMessage());
                return Optional.empty();
            }
        }
    }

    /** All PBXs, that of this section first. */
    public List<Site> all() {
        List<Site> all = new ArrayList<>(List.of(new Site(name, host, ami.port, trunkAddress, sip)));
        all.addAll(servers);
        return all;
    }

    /**
     * Where the managed Asterisk listens for phones and the trunk, and which ports sound uses.
     *
     * @param webSocketPort for phones in browsers
     * @param rtpStart      the first port for sound; a call takes four
     * @param rtpEnd        the last one
     */
    public record Sip(String address, int port, int webSocketPort, int rtpStart, int rtpEnd) {
        static Sip read(Section section, String address) {
            Sip sip = new Sip(
                    section.get("address", address, Values.host()),
                    section.get("port", 5060, Values.port()),
                    section.get("web-socket-port", 8088, Values.port()),
                    section.get("rtp-start", 10_000, Values.integer(1_024, 65_534)),
                    section.get("rtp-end", 14_999, Values.integer(1_025, 65_535)));
            if (sip.rtpEnd < sip.rtpStart + 99) {
                section.problem("rtp-end", "\"" + sip.rtpEnd + "\" leaves too few ports for sound; what would do is at least "
                        + "rtp-start + 99 (" + (sip.rtpStart + 99) + ")");
            }
            return section.finish(sip);
        }
    }

    /**
     * The manager interface.
     *
     * @param connectTimeout until a connection stands
     * @param actionTimeout  until an action's answer counts as missing
     * @param ping           how often a silent connection is probed
     * @param silence        a connection silent for so long is dead; longer than {@code ping}
     * @param reconnectFirst pause before the first new attempt; doubled each time
     * @param reconnectMost  the longest such pause
     * @param resync         how often the PBX's lists are compared with what is known, though nothing looks wrong
     * @param mostPending    actions under way at the same time; more fail at once
     * @param mostQueued     events taken in and not yet worked off; beyond that everything is asked anew
     */
    public record Ami(int port, Duration connectTimeout, Duration actionTimeout, Duration ping, Duration silence,
                      Duration reconnectFirst, Duration reconnectMost, Duration resync, int mostPending, int mostQueued) {
        static Ami read(Section section) {
            Ami ami = new Ami(
                    section.get("port", 5038, Values.port()),
                    section.get("connect-timeout", seconds(3), Values.duration(millis(100), seconds(60))),
                    section.get("action-timeout", seconds(3), Values.duration(millis(100), seconds(60))),
                    section.get("ping", seconds(2), Values.duration(millis(200), seconds(60))),
                    section.get("silence", seconds(6), Values.duration(millis(500), seconds(180))),
                    section.get("reconnect-first", millis(200), Values.duration(millis(10), seconds(60))),
                    section.get("reconnect-most", seconds(5), Values.duration(millis(10), seconds(300))),
                    section.get("resync", seconds(60), Values.duration(seconds(1), Duration.ofHours(1))),
                    section.get("most-pending", 1_000, Values.integer(10, 100_000)),
                    section.get("most-queued", 20_000, Values.integer(100, 1_000_000)));
            requireLonger(section, "silence", ami.silence, "ping", ami.ping);
            requireLonger(section, "reconnect-most", ami.reconnectMost, "reconnect-first", ami.reconnectFirst);
            return section.finish(ami);
        }
    }

    /**
     * The server's FastAGI port, which the dialplan calls for each arrival.
     *
     * @param mostConnections calls in the self-service step at the same time; more go straight to the waiting room
     * @param timeout         for one answer of the PBX
     */
    public record Agi(String address, int port, int mostConnections, Duration timeout) {
        static Agi read(Section section) {
            return section.finish(new Agi(
                    section.get("address", "127.0.0.1", Values.host()),
                    section.get("port", 4573, Values.port()),
                    section.get("most-connections", 1_000, Values.integer(1, 100_000)),
                    section.get("timeout", seconds(30), Values.duration(seconds(1), seconds(300)))));
        }
    }

    /**
     * The server's sign of life in the PBX.
     *
     * @param every  how often it is written
     * @param maxAge once it is older, the PBX itself brings waiting callers to agents
     */
    public record Heartbeat(Duration every, Duration maxAge) {
        static Heartbeat read(Section section) {
            Heartbeat heartbeat = new Heartbeat(
                    section.get("every", seconds(1), Values.duration(millis(200), seconds(60))),
                    section.get("max-age", seconds(5), Values.duration(seconds(2), seconds(300))));
            requireLonger(section, "max-age", heartbeat.maxAge, "every", heartbeat.every.multipliedBy(2));
            return section.finish(heartbeat);
        }
    }

    static PbxConfig read(Section section) {
        List<Site> servers = new ArrayList<>();
        section.section("servers").each((name, server) -> Site.read(name, server).ifPresent(servers::add));
        PbxId name = section.get("name", PbxId.MAIN, Values.pbx());
        if (servers.stream().anyMatch(server -> server.name().equals(name))) {
            section.problem("servers", "\"" + name + "\" is the name of the first PBX too; choose another one here, or for pbx.name");
        }
        return section.finish(new PbxConfig(
                name,
                section.get("managed", true, Values.flag()),
                section.get("host", "127.0.0.1", Values.host()),
                section.get("trunk-address", "127.0.0.2", Values.host()),
                Sip.read(section.section("sip"), "127.0.0.1"),
                Ami.read(section.section("ami")),
                Agi.read(section.section("agi")),
                Heartbeat.read(section.section("heartbeat")),
                servers));
    }

    private static void requireLonger(Section section, String key, Duration value, String than, Duration least) {
        if (value.compareTo(least) < 0) {
            section.problem(key, "\"" + Durations.format(value) + "\" is too short beside \"" + than
                    + "\"; what would do is " + Durations.format(least) + " or more");
        }
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }
}
