package io.halfminute.config;

import io.halfminute.queue.QueueId;
import io.halfminute.simulation.Demand;
import io.halfminute.simulation.Habits;
import io.halfminute.simulation.Law;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one kind of callers of a scenario. */
final class DemandReader {

    private static final int MOST_AN_HOUR = 1_000_000;
    private static final double PERCENT = 100;

    /** Who calls, and whose calls they are. */
    record Kind(Demand demand, QueueId queue) {
    }

    private DemandReader() {
    }

    static Optional<Kind> read(Section section, Set<String> queues) {
        Habits.OfCallers usual = Habits.OfCallers.USUAL;
        String number = section.require("number", Values.dialledNumber());
        String queue = section.require("queue", Known.in("queue", queues));
        List<Integer> calls = section.list("calls", Values.integer(0, MOST_AN_HOUR));
        Law menu = section.get("menu", usual.flow(), Laws.law());
        Law patience = section.get("patience", usual.patience(), Laws.law());
        Law talk = section.get("talk", usual.talk(), Laws.law());
        double hangsUpFirst = percent(section, "hangs-up-first", usual.hangsUpFirst());
        return section.build(() -> new Kind(new Demand(number, calls.stream().map(Integer::doubleValue).toList(),
                new Habits.OfCallers(menu, patience, talk, hangsUpFirst)), new QueueId(queue)));
    }

    /** A share, written in per cent, with one digit behind the point at most. */
    static double percent(Section section, String key, double standard) {
        return section.get(key, standard, text -> {
            if (!text.matches("(100|[0-9]{1,2})(\\.[0-9])?") || Double.parseDouble(text) > PERCENT) {
                throw new IllegalArgumentException("\"" + text + "\" is no share; what would do is 0 to 100 per cent");
            }
            return Double.parseDouble(text) / PERCENT;
        });
    }
}
