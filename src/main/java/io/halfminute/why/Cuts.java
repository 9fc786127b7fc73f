package io.halfminute.why;

import java.util.SortedSet;
import java.util.TreeSet;

/** Where a stretch of a caller's time in line is cut, so that in each slice everybody does the same throughout. */
final class Cuts {

    private static final int MOST_SLICES = 200;

    private final long fromMs;
    private final long toMs;
    private final SortedSet<Long> cuts = new TreeSet<>();

    Cuts(long fromMs, long toMs) {
        this.fromMs = fromMs;
        this.toMs = toMs;
        cuts.add(toMs);
    }

    /** Where somebody began to do something else. */
    Cuts of(Iterable<Member> able) {
        able.forEach(member -> member.past().forEach(stretch -> at(stretch.fromMs())));
        return this;
    }

    Cuts of(Links links) {
        links.edges().forEach(this::at);
        return this;
    }

    /** Where its search changed, and where it was passed over. */
    Cuts of(Watched call) {
        call.search.edges().forEach(this::at);
        if (call.passed != null) {
            at(call.passed.atMs());
        }
        if (call.overtakenBy > 0) {
            at(call.overtakenMs);
        }
        return this;
    }

    private void at(long ms) {
        if (ms > fromMs && ms < toMs && cuts.size() < MOST_SLICES) {
            cuts.add(ms);
        }
    }

    /** The end of each slice, the last one that of the stretch. */
    Iterable<Long> inOrder() {
        return cuts;
    }
}
