package io.halfminute.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.chaos.Board.Place;
import io.halfminute.chaos.Finding.Kind;
import io.halfminute.chaos.KeptCall.Stretch;
import io.halfminute.chaos.PlacedCall.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A checker that never fails is worth nothing: each planted fault is found, under its own name. */
class CheckerTest {

    private static final PlacedCall PLACED = new PlacedCall("138", 900, 1_000, 9_000, Ending.BY_PBX);
    private static final RungPhone RANG = new RungPhone("1001", "138", 3_000, 3_200, 8_990, true);
    private static final PbxCall LINE = new PbxCall("hm-1", 1_000, 9_000, Set.of("1001"));
    private static final KeptCall KEPT = kept("hm-1", 9_010, new Stretch(1_010, 3_200), new Stretch(3_200, 9_010));

    private final List<PlacedCall> placed = new ArrayList<>(List.of(PLACED));
    private final List<RungPhone> rings = new ArrayList<>(List.of(RANG));
    private final List<PbxCall> pbx = new ArrayList<>(List.of(LINE));
    private final List<KeptCall> kept = new ArrayList<>(List.of(KEPT));

    private static KeptCall kept(String id, long endedMs, Stretch... line) {
        return new KeptCall(id, "138", 1_010, 3_200, endedMs, true, List.of("1001"), List.of(line));
    }

    private Set<Kind> found() {
        return Set.copyOf(Checker.check(new Evidence(placed, rings, pbx, kept)).stream().map(Finding::kind).toList());
    }

    @Test
    void aCallThatWasServedIsNoFinding() {
        assertEquals(Set.of(), found());
    }

    @Test
    void aCallWithoutARecordIsLost() {
        kept.clear();
        assertEquals(Set.of(Kind.LOST), found());
    }

    @Test
    void aCallOfWhichOnlyAsteriskKnowsIsLost() {
        pbx.add(new PbxCall("hm-2", 1_000, 2_000, Set.of()));
        assertEquals(Set.of(Kind.LOST), found());
    }

    @Test
    void aCallWithTwoRecordsIsDouble() {
        kept.add(KEPT);
        assertEquals(Set.of(Kind.DOUBLE), found());
    }

    @Test
    void aRecordOfACallThatNobodyPlacedIsInvented() {
        placed.clear();
        assertEquals(Set.of(Kind.INVENTED), found());
    }

    @Test
    void aGapAnOverlapAndAMissingLastPieceAreSeenInTheTimeLine() {
        for (Stretch second : List.of(new Stretch(3_201, 9_010), new Stretch(3_199, 9_010), new Stretch(3_200, 9_009))) {
            kept.set(0, kept("hm-1", 9_010, new Stretch(1_010, 3_200), second));
            assertEquals(Set.of(Kind.GAP), found(), second::toString);
        }
    }

    @Test
    void aRecordWithoutAnEndIsStuck() {
        kept.set(0, kept("hm-1", 0, new Stretch(1_010, 3_200), new Stretch(3_200, 0)));
        assertEquals(Set.of(Kind.STUCK, Kind.DIFFERS), found());
    }

    @Test
    void timesThatAsteriskDoesNotHaveAreFound() {
        kept.set(0, kept("hm-1", 12_000, new Stretch(1_010, 12_000)));
        assertEquals(Set.of(Kind.DIFFERS), found());
    }

    @Test
    void anEndThatNobodySawMayBeLateAndNotEarly() {
        kept.set(0, new KeptCall("hm-1", "138", 1_010, 3_200, 20_000, false, List.of("1001"), List.of(new Stretch(1_010, 20_000))));
        assertEquals(Set.of(), found());
        kept.set(0, new KeptCall("hm-1", "138", 1_010, 3_200, 7_000, false, List.of("1001"), List.of(new Stretch(1_010, 7_000))));
        assertEquals(Set.of(Kind.DIFFERS), found());
    }

    @Test
    void aTalkOfWhichTheRecordsDoNotKnowIsFound() {
        kept.set(0, new KeptCall("hm-1", "138", 1_010, 0, 9_010, true, List.of(), KEPT.stretch()));
        assertEquals(Set.of(Kind.DIFFERS), found());
    }

    @Test
    void whoeverTalkedAndWasHungUpOnWasCut() {
        rings.set(0, new RungPhone("1001", "138", 3_000, 3_200, 9_001, false));
        assertEquals(Set.of(Kind.CUT), found());
    }

    @Test
    void whoeverWaitedAndWasHungUpOnWasDropped() {
        rings.clear();
        pbx.set(0, new PbxCall("hm-1", 1_000, 9_000, Set.of()));
        kept.set(0, new KeptCall("hm-1", "138", 1_010, 0, 9_010, true, List.of(), KEPT.stretch()));
        assertEquals(Set.of(Kind.DROPPED), found());
    }

    @Test
    void whoeverHungUpHimselfWasNot() {
        rings.set(0, new RungPhone("1001", "138", 3_000, 3_200, 9_001, false));
        placed.set(0, new PlacedCall("138", 900, 1_000, 9_000, Ending.BY_CALLER));
        assertEquals(Set.of(), found());
    }

    @Test
    void whoeverWasNotLetInWasDroppedAndOneWhoIsStillThereIsStuck() {
        placed.add(new PlacedCall("139", 900, 0, 950, Ending.REFUSED));
        assertEquals(Set.of(Kind.DROPPED), found());
        placed.set(1, new PlacedCall("139", 900, 0, 0, Ending.UP));
        assertEquals(Set.of(Kind.STUCK), found());
    }

    @Test
    void aCallAtTwoPhonesAndAPhoneWithTwoCallsAreFound() {
        rings.add(new RungPhone("1002", "138", 2_500, 0, 3_100, false));
        assertEquals(Set.of(Kind.TWICE_AT_ONCE), found());
        rings.set(1, new RungPhone("1001", "139", 5_000, 0, 5_100, false));
        assertEquals(Set.of(Kind.TWICE_AT_ONCE), found());
        rings.set(1, new RungPhone("1002", "138", 2_500, 0, 3_000, false));
        assertEquals(Set.of(), found());
    }

    private static Board board(Object... callsWithTimes) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (int at = 0; at < callsWithTimes.length; at += 3) {
            places.put((String) callsWithTimes[at], new Place((int) callsWithTimes[at + 1], (int) callsWithTimes[at + 2]));
        }
        return new Board(true, places.size(), 0, 0, places);
    }

    @Test
    void anArrivalADeadlineOrAPlaceInTheLineThatANewServerChangedIsFound() {
        Board before = board("a", 1_000, 31_000, "b", 2_000, 32_000, "c", 3_000, 33_000);
        assertEquals(List.of(), before.comparedWith(board("b", 2_000, 32_000, "c", 3_000, 33_000, "d", 4_000, 34_000)),
                "one was served and one has come");
        for (Board after : List.of(board("a", 1_001, 31_000, "b", 2_000, 32_000), board("a", 1_000, 30_999, "b", 2_000, 32_000),
                board("b", 2_000, 32_000, "a", 1_000, 31_000))) {
            assertEquals(List.of(Kind.ORDER), before.comparedWith(after).stream().map(Finding::kind).toList(), after::toString);
        }
    }

    @Test
    void whatNeverComesTrueIsFoundAndWhatDoesIsNot() {
        List<Finding> findings = new ArrayList<>();
        assertTrue(Wait.until(Duration.ofMinutes(1), () -> true, findings, () -> "a cut was noticed") >= 0);
        assertEquals(List.of(), findings);
        assertEquals(-1, Wait.until(Duration.ZERO, () -> {
            throw new IllegalStateException("the server is away");
        }, findings, () -> "all known again"));
        assertEquals(List.of(new Finding(Kind.NEVER, "all known again")), findings);
    }

    @Test
    void aFaultWhoseTrialBreaksOffIsFoundToo() {
        Outcome outcome = new Chaos().tryOut(new Scenario() {
            @Override
            public String name() {
                return "planted";
            }

            @Override
            public Outcome run(Path folder, Form form) {
                throw new AssertionError("callers and agents did not come together");
            }
        });
        assertEquals(List.of(Kind.NEVER), outcome.findings().stream().map(Finding::kind).toList());
        assertFalse(outcome.isHeld());
    }
}
