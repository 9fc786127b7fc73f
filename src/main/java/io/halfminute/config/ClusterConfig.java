package io.halfminute.config;

import java.time.Duration;
import java.util.List;

/**
 * Several servers for one hotline, of which one leads.
 *
 * @param node    this server's name, unlike that of every other
 * @param address where the others reach this server's pages
 * @param lease   how long the lead lasts when its holder falls silent; another server leads at most about this much and two
 *                seconds later
 * @param listen  the address on which the servers talk to one another
 * @param port    likewise
 * @param members where each of the servers listens, {@code HOST:PORT}; this one's may be among them
 */
public record ClusterConfig(String node, String address, Duration lease, String listen, int port, List<String> members) {

    public ClusterConfig {
        members = List.copyOf(members);
    }

    static ClusterConfig read(Section section, HttpConfig http) {
        return section.finish(new ClusterConfig(
                section.require("node", Values.matching("[a-z0-9][a-z0-9-]{0,31}",
                        "1 to 32 lower-case letters, digits or hyphens, such as a")),
                section.get("address", "http://" + http.address() + ":" + http.port(),
                        Values.matching("http://[A-Za-z0-9.-]{1,253}:[0-9]{1,5}", "http://HOST:PORT")),
                section.get("lease", Duration.ofMillis(1_500),
                        Values.duration(Duration.ofMillis(500), Duration.ofSeconds(60))),
                section.get("listen", "127.0.0.1", Values.host()),
                section.get("port", 5701, Values.port()),
                section.list("members", Values.matching("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}", "HOST:PORT"))));
    }
}
