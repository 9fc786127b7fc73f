package io.halfminute.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.call.CallEnd;
import io.halfminute.record.OfferRecord.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Events in any order, late, twice and with clocks that jump: each call is closed once, and its segments tile. */
class AnyOrderTilesTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final int CALLS = 3_000;

    @Test
    void segmentsTileWhateverComesInWhateverOrder() {
        long seed = Long.getLong("seed", 20_261_122L);
        Random random = new Random(seed);
        List<String> faults = new ArrayList<>();
        CallRecorder recorder = new CallRecorder(new RecordLimits(10, 5, 12, 5, 10_000, 10_000), List.of(), faults::add);
        Map<String, Integer> closed = new HashMap<>();
        for (int number = 0; number < CALLS; number++) {
            for (AcdEvent event : anything(random, "c" + number)) {
                recorder.apply(List.of(event)).forEach(change -> check(change, closed, seed));
            }
        }

        assertEquals(List.of(), faults, "seed " + seed);
        assertEquals(CALLS, closed.size(), "seed " + seed);
        assertEquals(0, recorder.live(), "seed " + seed);
    }

    private static void check(RecordChange change, Map<String, Integer> closed, long seed) {
        if (change instanceof RecordChange.CallKept kept) {
            CallRecord call = kept.call();
            String about = "seed " + seed + ": " + call;
            long open = call.offers().stream().filter(offer -> offer.outcome() == Outcome.OPEN).map(OfferRecord::offer)
                    .distinct().count();
            assertTrue(open <= (call.isLive() ? 1 : 0), about);
            for (int at = 1; at < call.segments().size(); at++) {
                assertEquals(call.segments().get(at - 1).toMs(), call.segments().get(at).fromMs(), about);
            }
            if (!call.isLive()) {
                assertEquals(1, closed.merge(call.call().value(), 1, Integer::sum), about);
            }
        }
    }

    private static List<AcdEvent> anything(Random random, String id) {
        Story story = new Story(id, NOON);
        int steps = random.nextInt(25);
        for (int step = 0; step < steps; step++) {
            anyStep(story.after(random.nextInt(2_000) - 500), random);
        }
        List<AcdEvent> middle = new ArrayList<>(story.events());
        if (random.nextBoolean()) {
            Collections.shuffle(middle, random);
        }
        List<AcdEvent> all = new ArrayList<>(new Story(id, NOON).arrives("13800138000", "Li").events());
        all.addAll(middle);
        all.addAll(new Story(id, NOON + random.nextInt(30_000)).ends(CallEnd.values()[random.nextInt(6)]).events());
        all.addAll(middle.subList(0, middle.size() / 4));
        return all;
    }

    private static void anyStep(Story story, Random random) {
        long offer = random.nextInt(4);
        String agent = "100" + random.nextInt(3);
        switch (random.nextInt(9)) {
            case 0 -> story.arrives("13800138000", "Li");
            case 1 -> story.waits();
            case 2 -> story.offered(offer, agent);
            case 3 -> story.rings(offer, agent);
            case 4 -> story.offerEnds(offer, agent, OfferOutcome.values()[random.nextInt(7)], Story.RANG_OUT);
            case 5 -> story.answered(offer, agent);
            case 6 -> story.talkEnds(agent);
            case 7 -> story.atFallback();
            default -> story.deadlineMissed();
        }
    }
}
