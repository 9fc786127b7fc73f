package io.halfminute.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MemberAttributeConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which nodes are there, told by Hazelcast, at configured addresses only. For people and for haste: a node that goes is
 * noticed at once. Who leads is never decided by it.
 */
public final class Members implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Members.class);
    private static final String NODE = "node";
    private static final String ADDRESS = "address";

    /** A server of this hotline. */
    public record Node(String name, String address) implements Comparable<Node> {
        @Override
        public int compareTo(Node other) {
            return name.compareTo(other.name);
        }
    }

    private final HazelcastInstance hazelcast;

    /**
     * Joins the others, or waits for them alone.
     *
     * @param listen  own address for the talk between nodes
     * @param members {@code HOST:PORT} of all
     * @param changed told when a node came or went, on a thread of Hazelcast's; to return at once
     */
    public Members(Node me, String listen, int port, List<String> members, Consumer<List<Node>> changed) {
        Config config = new Config().setClusterName("halfminute");
        config.setProperty("hazelcast.logging.type", "slf4j");
        // Nothing is told to its makers.
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        // A node that says nothing, though its connection stands, is taken for gone after so long.
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "5");
        config.setMemberAttributeConfig(new MemberAttributeConfig().setAttribute(NODE, me.name())
                .setAttribute(ADDRESS, me.address()));
        config.getNetworkConfig().setPort(port).setPortAutoIncrement(false).setPublicAddress(listen + ":" + port);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(listen);
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(members);
        hazelcast = Hazelcast.newHazelcastInstance(config);
        hazelcast.getCluster().addMembershipListener(new Watch(changed));
    }

    /** All nodes that are there, this one among them, by name. */
    public List<Node> present() {
        return hazelcast.getCluster().getMembers().stream()
                .map(member -> new Node(text(member, NODE), text(member, ADDRESS))).sorted().toList();
    }

    private static String text(Member member, String attribute) {
        String text = member.getAttribute(attribute);
        return text == null ? "?" : text;
    }

    private final class Watch implements MembershipListener {
        private final Consumer<List<Node>> changed;

        Watch(Consumer<List<Node>> changed) {
            this.changed = changed;
        }

        @Override
        public void memberAdded(MembershipEvent event) {
            LOG.info("Node {} is there", text(event.getMember(), NODE));
            changed.accept(present());
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            LOG.warn("Node {} is gone", text(event.getMember(), NODE));
            changed.accept(present());
        }
    }

    @Override
    public void close() {
        hazelcast.getLifecycleService().terminate();
    }
}
