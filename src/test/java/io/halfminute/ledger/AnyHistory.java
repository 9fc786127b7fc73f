package io.halfminute.ledger;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallerId;
import io.halfminute.record.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Calls to which anything happens, in any sensible or senseless order, by a seed. */
public final class AnyHistory {

    private AnyHistory() {
    }

    /** The events of a call that arrives then; it ends in two of three cases. */
    public static List<AcdEvent> of(Random random, String call, long arrivedMs) {
        Story story = new Story(call, arrivedMs);
        story.arrives(new CallerId("1380013" + random.nextInt(10_000), ""), random.nextInt(10) == 0 ? null : Story.BRAND, false,
                arrivedMs);
        int steps = random.nextInt(12);
        for (int step = 0; step < steps; step++) {
            anyStep(story.after(random.nextInt(7_000) - 300), random);
        }
        if (random.nextInt(3) > 0) {
            story.after(random.nextInt(20_000)).ends(CallEnd.values()[random.nextInt(6)]);
        }
        return new ArrayList<>(story.events());
    }

    private static void anyStep(Story story, Random random) {
        long offer = random.nextInt(4);
        String agent = "100" + random.nextInt(3);
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> story.waits();
            case 3 -> story.offered(offer, agent);
            case 4 -> story.rings(offer, agent);
            case 5 -> story.offerEnds(offer, agent, OfferOutcome.values()[random.nextInt(7)], Story.RANG_OUT);
            case 6 -> story.answered(offer, agent);
            case 7 -> story.talkEnds(agent);
            default -> story.atFallback();
        }
    }
}
