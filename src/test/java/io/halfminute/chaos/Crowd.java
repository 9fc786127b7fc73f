package io.halfminute.chaos;

import io.halfminute.chaos.Finding.Kind;
import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Sipp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A hotline with more callers than agents, all the time: whoever is served is followed by a new caller. Nobody hangs up but the
 * agents, so whoever is hung up on in another way was cut off.
 */
final class Crowd implements AutoCloseable {

    private static final String NUMBER = "4001";
    private static final long FIRST_NUMBER = 13_900_000_000L;
    private static final int MOST_CALLERS = 20_000;
    private static final int PICK_UP_MS = 200;
    /** A session may send fifty requests in a second, and readiness takes some. */
    private static final int REQUESTS_PAUSE_MS = 80;
    /** To place, pick up and count the first calls. */
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final Duration DRAINED = Duration.ofSeconds(60);

    private final HotlineUnderTest hotline;
    private final Sipp phones;
    private final int agents;
    private final int talkMs;
    private int atOnce;
    private Sipp callers;

    private Crowd(HotlineUnderTest hotline, Sipp phones, int agents, int talkMs) {
        this.hotline = hotline;
        this.phones = phones;
        this.agents = agents;
        this.talkMs = talkMs;
    }

    /** The configuration of a hotline with so many agents. */
    static HotlineConfig config(int agents) {
        HotlineConfig config = new HotlineConfig().brand(NUMBER, "mandarin: {least: 1}", "5s", "0s", "");
        IntStream.range(0, agents).mapToObj(PbxUnderTest::phone).forEach(agent -> config.agent(agent, "mandarin: 3"));
        return config;
    }

    /** Agents at a hotline that has started, each at work, with talks of this length. It closes the hotline. */
    static Crowd at(HotlineUnderTest hotline, int agents, int talkMs) {
        Sipp phones = Sipp.answering(hotline.pbx(), hotline.folder("phones"), PICK_UP_MS, talkMs);
        Crowd crowd = new Crowd(hotline, phones, agents, talkMs);
        try {
            List<String> names = IntStream.range(0, agents).mapToObj(PbxUnderTest::phone).toList();
            phones.register(hotline.pbx(), names);
            names.forEach(name -> {
                hotline.ready(name);
                Wait.pause(REQUESTS_PAUSE_MS);
            });
            return crowd;
        } catch (RuntimeException | AssertionError failed) {
            crowd.close();
            throw failed;
        }
    }

    /** Begins to call, and waits until all agents talk and the others wait. */
    void call(int callersAtOnce, double perSecond) {
        atOnce = callersAtOnce;
        List<Sipp.Caller> numbers = IntStream.range(0, MOST_CALLERS)
                .mapToObj(n -> new Sipp.Caller(Long.toString(FIRST_NUMBER + n), "", NUMBER)).toList();
        callers = Sipp.stream(hotline.pbx(), hotline.folder("callers"), numbers, perSecond, callersAtOnce);
        require(Wait.until(SETTLED, () -> isSettled(hotline.supervisor())), "callers and agents did not come together");
    }

    /** Whether everybody is known who must be there, and most agents talk. */
    boolean isSettled(Api supervisor) {
        Board board = Board.read(supervisor);
        return knowsAll(board) && board.talking() >= agents * 2 / 3;
    }

    /** Whether a server that hears the PBX knows of all who are there; some come or go at this very moment. */
    boolean knowsAll(Board board) {
        int moving = Math.max(2, atOnce / 10);
        return board.linkUp() && board.calls() >= atOnce - moving && board.calls() <= atOnce + moving;
    }

    /** Milliseconds until a server knows all who are there; -1, and a finding, if it never does. */
    long untilAllKnown(Duration most, Api supervisor, List<Finding> findings) {
        return Wait.until(most, () -> knowsAll(Board.read(supervisor)), findings,
                () -> "all known again: " + Board.read(supervisor));
    }

    HotlineUnderTest hotline() {
        return hotline;
    }

    /** Times that a phone has been picked up so far. */
    List<RungPhone> rings() {
        return RungPhone.read(phones.messageFile());
    }

    /**
     * No more callers; waits until all have been served, and says what became of everybody.
     *
     * @param supervisor asked for each question, since servers come and go
     */
    Verdict drain(Supplier<Api> supervisor) {
        callers.placeNoMore();
        List<Finding> findings = new ArrayList<>();
        Duration served = DRAINED.plusMillis((long) talkMs * (atOnce / agents + 1) * 2);
        if (Wait.until(served, () -> !callers.isRunning()) < 0) {
            findings.add(new Finding(Kind.STUCK, "callers are still there " + served.toSeconds() + " s after the last one came"));
        }
        if (Wait.until(DRAINED, () -> nothingIsLeft(supervisor.get())) < 0) {
            findings.add(new Finding(Kind.STUCK, "a minute after the last call: " + Board.read(supervisor.get())));
        }
        Evidence evidence = new Evidence(PlacedCall.read(callers.messageFile()), rings(),
                PbxCall.read(hotline.pbx().callRecords()), KeptCall.read(supervisor.get()));
        findings.addAll(Checker.check(evidence));
        return new Verdict(evidence.placed().size(), findings);
    }

    /** What the checker says of so many calls. */
    record Verdict(int calls, List<Finding> findings) {
    }

    private boolean nothingIsLeft(Api supervisor) {
        Board board = Board.read(supervisor);
        return board.linkUp() && board.calls() == 0 && board.idle() == agents
                && supervisor.get("/calls?live=true&limit=1").at("/items").isEmpty();
    }

    private static void require(long tookMs, String what) {
        if (tookMs < 0) {
            throw new AssertionError(what);
        }
    }

    @Override
    public void close() {
        if (callers != null) {
            callers.close();
        }
        phones.close();
        hotline.close();
    }
}
