package io.halfminute.chaos;

import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.JoinedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The servers of one hotline, of which one leads. Each can die and be started again. */
final class Nodes implements AutoCloseable {

    /**
     * One of them.
     *
     * @param supervisor a client signed in there; any server knows the session
     */
    record Member(int place, Api anybody, Supplier<Api> supervisor, Supplier<Process> process, Runnable start) {

        boolean leads() {
            return anybody.health().contains("leads; epoch");
        }

        boolean follows() {
            return anybody.health().contains("follows");
        }
    }

    private final List<Member> members = new ArrayList<>();
    private final List<JoinedNode> joined = new ArrayList<>();

    /** The first one, which has started. */
    Nodes(HotlineUnderTest first) {
        members.add(new Member(0, first.api(), first::supervisor, first::server, first::startServer));
    }

    /** One more, which has started; it is closed with these. */
    void add(JoinedNode node) {
        Api[] supervisor = new Api[1];
        joined.add(node);
        members.add(new Member(members.size(), node.api(), () -> {
            if (supervisor[0] == null) {
                supervisor[0] = node.as("supervisor");
            }
            return supervisor[0];
        }, node::process, node::start));
    }

    /** The one that leads; waits until there is one. */
    Member leader() {
        if (Wait.until(KillLeader.MOST, () -> members.stream().anyMatch(Nodes::leads)) < 0) {
            throw new AssertionError("none of " + members.size() + " servers leads");
        }
        return members.stream().filter(Nodes::leads).findFirst().orElseThrow();
    }

    /** The one that leads but for this one; null while none does. */
    Member leaderBut(Member one) {
        return members.stream().filter(member -> member.place() != one.place()).filter(Nodes::leads).findFirst().orElse(null);
    }

    private static boolean leads(Member member) {
        try {
            return member.leads();
        } catch (RuntimeException | AssertionError dead) {
            return false;
        }
    }

    @Override
    public void close() {
        joined.forEach(JoinedNode::close);
    }
}
