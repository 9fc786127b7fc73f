package io.halfminute.routing;

import io.halfminute.agent.Profile;
import io.halfminute.queue.Kind;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.WaitingLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Fills the {@link Grid}: what the numbers mean, and how good each profile is for each kind. */
final class Table {

    /** Calls may wait in a queue that the configuration does not have any more. */
    private static final int GONE = -1;

    private final WaitingLine line;
    private final Grid grid = new Grid();
    private final Profiles profiles = new Profiles();
    private final List<Set<QueueId>> served = new ArrayList<>();
    private final List<Kind> known = new ArrayList<>();
    private final Map<QueueId, Integer> numbers = new HashMap<>();
    private Collection<QueueSpec> queues = List.of();
    private int kindChanges;

    Table(WaitingLine line) {
        this.line = line;
    }

    Grid grid() {
        return grid;
    }

    /** Other queues: what everybody has to spare is another thing now. */
    void serve(Collection<QueueSpec> changed) {
        queues = List.copyOf(changed);
        numbers.clear();
        queues.forEach(queue -> numbers.put(queue.id(), numbers.size()));
        for (int kind = 0; kind < known.size(); kind++) {
            waitsIn(kind);
        }
        for (int profile = 0; profile < served.size(); profile++) {
            learn(profile);
        }
    }

    /** The number of this profile, which one more agent has. */
    int enter(Profile profile) {
        int number = profiles.enter(profile);
        if (number == served.size()) {
            served.add(Set.of());
        }
        if (profiles.isNew(number)) {
            learn(number);
        }
        return number;
    }

    void leave(int profile) {
        profiles.leave(profile);
    }

    boolean isStill(int number, Profile profile) {
        Profile known = profiles.all().get(number);
        return known == profile || known.equals(profile);
    }

    private void learn(int profile) {
        Set<QueueId> queuesOfHis = new TreeSet<>();
        for (QueueSpec queue : queues) {
            if (Fit.does(profiles.all().get(profile), queue)) {
                queuesOfHis.add(queue.id());
            }
        }
        served.set(profile, queuesOfHis);
        grid.serves(profile, queuesOfHis.stream().mapToInt(numbers::get).toArray());
        for (int kind = 0; kind < known.size(); kind++) {
            put(kind, profile);
        }
    }

    /** Takes in the kinds of calls that have come up since. */
    void keepUp() {
        if (kindChanges == line.kindChanges()) {
            return;
        }
        kindChanges = line.kindChanges();
        for (int kind = 0; kind < line.kinds().size(); kind++) {
            Kind now = line.kinds().get(kind);
            if (kind == known.size()) {
                known.add(null);
            }
            if (known.get(kind) != now) {
                known.set(kind, now);
                learnKind(kind);
            }
        }
    }

    private void learnKind(int kind) {
        waitsIn(kind);
        for (int profile = 0; profile < served.size(); profile++) {
            put(kind, profile);
        }
    }

    private void waitsIn(int kind) {
        grid.waitsIn(kind, numbers.getOrDefault(known.get(kind).queue(), GONE));
    }

    private void put(int kind, int profile) {
        Kind asked = known.get(kind);
        grid.put(kind, profile, asked.ask(), profiles.all().get(profile), spare(asked, profile));
    }

    int shortOf(Kind kind, int profile) {
        return kind.ask().shortOf(profiles.all().get(profile));
    }

    /** As {@link Team#spare} counts. */
    int spare(Kind kind, int profile) {
        Set<QueueId> all = served.get(profile);
        return all.contains(kind.queue()) ? all.size() - 1 : all.size();
    }
}
