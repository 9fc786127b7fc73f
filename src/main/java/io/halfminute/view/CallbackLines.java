package io.halfminute.view;

import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.record.DayTotals;
import java.util.HashMap;
import java.util.Map;

/** Who is promised to be called back, and what became of the promises that were closed today. */
final class CallbackLines {

    /** By when its customer first arrived. */
    private final Map<CallbackId, Long> open = new HashMap<>();
    private long kept;
    private long givenUp;

    void newDay() {
        kept = 0;
        givenUp = 0;
    }

    void seed(DayTotals.Promises before) {
        kept += before.kept();
        givenUp += before.givenUp();
    }

    /** @param today whether it counts for the day */
    void changed(Callback now, boolean today) {
        if (now.isOpen()) {
            open.put(now.id(), now.request().sinceMs());
            return;
        }
        open.remove(now.id());
        if (today) {
            closed(now);
        }
    }

    private void closed(Callback now) {
        switch (now.state()) {
            case REACHED, CAME_BACK -> kept++;
            case NOT_REACHED, EXPIRED -> givenUp++;
            case CANCELLED, WAITING, UNDER_WAY, TALKING, HELD -> { }
        }
    }

    BoardState.Callbacks paint() {
        return new BoardState.Callbacks(open.size(), open.values().stream().min(Long::compare).orElse(null), kept, givenUp);
    }
}
