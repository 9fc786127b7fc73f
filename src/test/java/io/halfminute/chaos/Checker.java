package io.halfminute.chaos;

import io.halfminute.chaos.Finding.Kind;
import io.halfminute.chaos.PlacedCall.Ending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what is wrong in a run, from {@link Evidence} alone: "nothing lost" means that each call which was placed has exactly one
 * record, that its time line is whole, that Asterisk's records agree, and that nobody was hung up on. To be asked when every call
 * is over.
 */
final class Checker {

    /** Asterisk's records are cut to whole seconds; the rest is what two clocks' readings of one event may be apart. */
    private static final long SECOND_MS = 1_500;
    /** A caller's goodbye may reach us before the one of his phone. */
    private static final long SAME_MOMENT_MS = 1_000;

    private final Evidence evidence;
    private final Map<String, List<RungPhone>> ringsOf;
    private final List<Finding> findings = new ArrayList<>();

    private Checker(Evidence evidence) {
        this.evidence = evidence;
        this.ringsOf = by(evidence.rings(), RungPhone::caller);
    }

    /** Empty if all is well. */
    static List<Finding> check(Evidence evidence) {
        Checker checker = new Checker(evidence);
        checker.oneRecordEach();
        evidence.kept().forEach(checker::wholeTimeLine);
        checker.agreesWithThePbx();
        evidence.placed().forEach(checker::hungUpOn);
        checker.twiceAtOnce();
        return checker.findings;
    }

    private void oneRecordEach() {
        Map<String, List<KeptCall>> records = by(evidence.kept(), KeptCall::number);
        for (PlacedCall call : evidence.placed()) {
            List<KeptCall> own = records.getOrDefault(call.number(), List.of());
            if (own.isEmpty() && call.answeredMs() > 0) {
                found(Kind.LOST, "no record of " + call);
            } else if (own.size() > 1) {
                found(Kind.DOUBLE, own.size() + " records of " + call);
            }
        }
        Set<String> numbers = evidence.placed().stream().map(PlacedCall::number).collect(Collectors.toSet());
        evidence.kept().stream().filter(record -> !numbers.contains(record.number()))
                .forEach(record -> found(Kind.INVENTED, "nobody placed " + record));
    }

    private void wholeTimeLine(KeptCall record) {
        if (record.endedMs() == 0) {
            found(Kind.STUCK, "without an end: " + record);
            return;
        }
        long at = record.arrivedMs();
        for (KeptCall.Stretch piece : record.stretch()) {
            if (piece.fromMs() != at || piece.toMs() < at) {
                found(Kind.GAP, "at " + at + " in " + record);
                return;
            }
            at = piece.toMs();
        }
        if (at != record.endedMs()) {
            found(Kind.GAP, "before the end of " + record);
        }
    }

    private void agreesWithThePbx() {
        Map<String, List<PbxCall>> lines = by(evidence.pbx(), PbxCall::id);
        Set<String> recorded = new HashSet<>();
        for (KeptCall record : evidence.kept()) {
            recorded.add(record.id());
            List<PbxCall> own = lines.getOrDefault(record.id(), List.of());
            if (own.isEmpty()) {
                found(Kind.DIFFERS, "Asterisk knows nothing of " + record);
            } else {
                compare(record, own.getFirst());
            }
        }
        evidence.pbx().stream().filter(call -> !recorded.contains(call.id()))
                .forEach(call -> found(Kind.LOST, "Asterisk alone has recorded " + call));
    }

    private void compare(KeptCall record, PbxCall line) {
        long late = record.endedMs() - line.endedMs();
        boolean ends = record.seen() ? Math.abs(late) <= SECOND_MS : late >= -SECOND_MS;
        if (Math.abs(record.arrivedMs() - line.arrivedMs()) > SECOND_MS || !ends) {
            found(Kind.DIFFERS, record + " but Asterisk has " + line);
        }
        if (!Set.copyOf(record.agents()).equals(line.talkedTo()) || record.answeredMs() > 0 == line.talkedTo().isEmpty()) {
            found(Kind.DIFFERS, "who talked: " + record + " but Asterisk has " + line);
        }
        Set<String> phones = ringsOf.getOrDefault(record.number(), List.of()).stream().filter(RungPhone::isTalk)
                .map(RungPhone::phone).collect(Collectors.toSet());
        if (!phones.equals(line.talkedTo())) {
            found(Kind.DIFFERS, "phones answered " + phones + " but Asterisk has " + line);
        }
    }

    private void hungUpOn(PlacedCall call) {
        List<RungPhone> talks = ringsOf.getOrDefault(call.number(), List.of()).stream().filter(RungPhone::isTalk).toList();
        if (call.ending() == Ending.UP) {
            found(Kind.STUCK, "still up: " + call);
        } else if (call.ending() == Ending.REFUSED || call.ending() == Ending.BY_PBX && talks.isEmpty()) {
            found(Kind.DROPPED, call.toString());
        } else if (call.ending() == Ending.BY_PBX && !endedByPhone(talks.getLast(), call)) {
            found(Kind.CUT, call + " in " + talks.getLast());
        }
    }

    private static boolean endedByPhone(RungPhone talk, PlacedCall call) {
        return talk.byPhone() && talk.endedMs() <= call.endedMs() + SAME_MOMENT_MS;
    }

    private void twiceAtOnce() {
        ringsOf.values().forEach(rings -> overlapping(rings, "a call at two phones: "));
        by(evidence.rings(), RungPhone::phone).values().forEach(rings -> overlapping(rings, "a phone with two calls: "));
    }

    private void overlapping(List<RungPhone> rings, String what) {
        List<RungPhone> sorted = rings.stream().sorted(Comparator.comparingLong(RungPhone::rangMs)).toList();
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).overlaps(sorted.get(at - 1))) {
                found(Kind.TWICE_AT_ONCE, what + sorted.get(at - 1) + " and " + sorted.get(at));
            }
        }
    }

    private void found(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }

    private static <T> Map<String, List<T>> by(Collection<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
