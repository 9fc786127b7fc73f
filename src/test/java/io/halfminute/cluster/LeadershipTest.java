package io.halfminute.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TEL-24: somebody always leads, and never two. */
class LeadershipTest {

    private static final LeaseTimes TIMES = LeaseTimes.of(Duration.ofMillis(2_000));

    /** The book and its clock; {@code slow} stands for what happens while a question or an answer is on its way. */
    private static final class Book implements LeaseBook {
        private long nowMs = 1_000;
        private Lease lease;
        private long untilMs;
        private boolean away;
        private Runnable slow = () -> { };

        @Override
        public Lease seek(String node, String address, Duration length) {
            travel();
            if (lease == null || untilMs < nowMs || lease.node().equals(node)) {
                lease = new Lease(lease == null ? 1 : lease.epoch() + 1, node, address);
                untilMs = nowMs + length.toMillis();
            }
            Lease answer = lease;
            travel();
            return answer;
        }

        @Override
        public boolean renew(Lease mine, Duration length) {
            travel();
            boolean still = mine.equals(lease);
            if (still) {
                untilMs = nowMs + length.toMillis();
            }
            travel();
            return still;
        }

        @Override
        public void release(Lease mine) {
            if (mine.equals(lease)) {
                untilMs = 0;
            }
        }

        private void travel() {
            if (away) {
                throw new IllegalStateException("away");
            }
            slow.run();
        }
    }

    private static final class Node implements Leadership.Listener {
        private final List<String> said = new ArrayList<>();
        private final String name;
        private final Book book;
        private Leadership leadership;

        Node(String name, Book book) {
            this.name = name;
            this.book = book;
            start();
        }

        void start() {
            leadership = new Leadership(book, name, "http://" + name + ":8080", TIMES, () -> book.nowMs * 1_000_000, this);
        }

        @Override
        public void follows(Lease leader) {
            said.add("follows " + leader.node());
        }

        @Override
        public void leads(Lease mine) {
            said.add("leads");
        }

        @Override
        public void lost(Lease mine) {
            said.add("lost");
        }
    }

    private final Book book = new Book();
    private final Node a = new Node("a", book);
    private final Node b = new Node("b", book);

    @Test
    void theFirstLeadsAndTheOthersFollow() {
        a.leadership.step();
        b.leadership.step();
        b.leadership.step();

        assertEquals(List.of("leads"), a.said);
        assertEquals(List.of("follows a"), b.said, "said once");
        assertTrue(a.leadership.holds());
        assertFalse(b.leadership.holds());
    }

    @Test
    void aLeaderThatFallsSilentIsFollowedByAnotherWithALargerEpoch() {
        a.leadership.step();
        b.leadership.step();
        book.nowMs += 2_001;

        b.leadership.step();

        assertEquals(List.of("follows a", "leads"), b.said);
        assertEquals(2, book.lease.epoch());
        a.leadership.step();
        assertEquals(List.of("leads", "lost"), a.said);
    }

    @Test
    void aLeaderThatCannotRenewStopsBeforeItsLeaseEnds() {
        a.leadership.step();
        book.away = true;
        book.nowMs += 1_499;
        a.leadership.step();
        assertTrue(a.leadership.holds());

        book.nowMs += 1;

        assertFalse(a.leadership.holds());
        assertTrue(book.untilMs > book.nowMs, "nobody else can have it yet");
    }

    @Test
    void aLeaderWhoseBookIsBackBeforeAnybodyTookTheLeaseGoesOn() {
        a.leadership.step();
        book.nowMs += 60_000;
        assertFalse(a.leadership.holds());

        a.leadership.step();

        assertTrue(a.leadership.holds());
        assertEquals(List.of("leads"), a.said);
    }

    @Test
    void aNodeThatStartsAgainNeedNotWaitForItself() {
        a.leadership.step();
        Node again = new Node("a", book);

        again.leadership.step();

        assertEquals(List.of("leads"), again.said);
        a.leadership.step();
        assertEquals(List.of("leads", "lost"), a.said, "the process before it, if it still lives, has lost it");
    }

    /** Whatever is slow, stands still or is cut off: at no moment do two nodes lead beyond doubt. */
    @Test
    void aNodeThatIsEndedWhileItAsksNeverCommands() {
        book.slow = () -> a.leadership.close();
        a.leadership.step();

        assertEquals("a", book.lease.node(), "it was given the lease all the same");
        assertFalse(a.leadership.holds());
    }

    @Test
    void aLeaderThatEndsGivesTheLeaseUpAtOnce() {
        a.leadership.step();
        a.leadership.close();
        assertFalse(a.leadership.holds());

        b.leadership.step();
        assertTrue(b.leadership.holds());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverDoTwoLead(long seed) {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Node> nodes = List.of(a, b, new Node("c", book));
        Set<Node> leaders = new HashSet<>();
        Set<Node> asking = new HashSet<>();
        book.slow = () -> {
            book.nowMs += chance.nextInt(10) == 0 ? chance.nextInt(5_000) : chance.nextInt(50);
            check(nodes, leaders);
            if (chance.nextInt(4) == 0) {
                step(nodes.get(chance.nextInt(3)), asking);
            }
        };
        for (int i = 0; i < 20_000; i++) {
            book.away = chance.nextInt(20) == 0;
            step(nodes.get(chance.nextInt(3)), asking);
            book.nowMs += chance.nextInt(400);
            check(nodes, leaders);
        }
        assertTrue(leaders.size() > 1, () -> "only " + leaders + " ever led");
    }

    /** A node asks one thing at a time; the others ask while it waits for the answer. One that lost starts again. */
    private static void step(Node node, Set<Node> asking) {
        if (asking.add(node)) {
            node.leadership.step();
            if (node.said.remove("lost")) {
                node.start();
            }
            asking.remove(node);
        }
    }

    private static void check(List<Node> nodes, Set<Node> leaders) {
        List<Node> holding = nodes.stream().filter(node -> node.leadership.holds()).toList();
        assertTrue(holding.size() <= 1, () -> holding.size() + " nodes lead");
        leaders.addAll(holding);
    }
}
