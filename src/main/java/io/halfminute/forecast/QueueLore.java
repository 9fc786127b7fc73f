package io.halfminute.forecast;

import io.halfminute.queue.QueueSpec;
import java.util.HashMap;
import java.util.Map;

/** What was learned about one queue: how often it is called, and how long callers and agents take. */
final class QueueLore {

    /** The opinion at first: three minutes of talk, some seconds of menu, four seconds to pick up. */
    private static final double TALK_MS = 150_000;
    private static final double TALK_SPREAD = 0.7;
    private static final double FLOW_MS = 4_000;
    private static final double PICK_UP_MS = 3_500;
    private static final double SHORT_SPREAD = 0.5;

    final Rate arrivals = new Rate();
    final Patience patience = new Patience();
    final Lasting flow;
    final Lasting pickUp;
    /** How long a phone rings in vain. */
    final Lasting inVain;
    final Lasting talk;
    final Lasting wrapUp;
    /** By a ring's name, how much time was left when it opened for one of the last callers. */
    final Map<String, Lasting> openedLeft = new HashMap<>();
    /** How often a phone rings in vain. */
    final Share missed = new Share(0.02, 50);

    /** A ring has opened with so much time left; when rings open follows the times, so only the last ones count. */
    void opened(String ring, long leftMs) {
        openedLeft.computeIfAbsent(ring, _ -> Lasting.aboutBetween(0, leftMs, leftMs)).add(leftMs);
    }

    QueueLore(QueueSpec queue, int kept) {
        flow = Lasting.aboutLogNormal(kept, FLOW_MS, SHORT_SPREAD);
        pickUp = Lasting.aboutLogNormal(kept, PICK_UP_MS, SHORT_SPREAD);
        inVain = Lasting.aboutBetween(kept, 0.5 * queue.ringMs(), queue.ringMs());
        talk = Lasting.aboutLogNormal(kept, TALK_MS, TALK_SPREAD);
        wrapUp = Lasting.aboutBetween(kept, 0.4 * queue.wrapUpMs(), queue.wrapUpMs());
    }
}
