package io.halfminute.record;

import java.util.ArrayList;
import java.util.List;

/** The steps of one live call's search, oldest first; what is told twice, or comes after the limit, is left out. */
final class StepList {

    private final int limit;
    private final List<SearchStep> steps;

    StepList(int limit, List<SearchStep> steps) {
        this.limit = limit;
        this.steps = new ArrayList<>(steps);
    }

    List<SearchStep> steps() {
        return List.copyOf(steps);
    }

    void add(SearchStep step) {
        if (steps.size() < limit && !steps.contains(step)) {
            steps.add(step);
        }
    }
}
