package io.halfminute.alarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes alarms of signs: what is wrong for long enough is an alarm, what is well for long enough is none any more. Belongs
 * to one thread. It takes two clocks: a steady one to measure how long, so that a wall clock that is set neither raises nor
 * clears anything, and the wall clock for people.
 */
public final class AlarmBook {

    private static final Comparator<Alarm> WORST_FIRST = Comparator.comparing(Alarm::kind, Comparator.comparing(AlarmKind::severity))
            .thenComparing(Alarm::kind).thenComparing(Alarm::subject);

    private record Key(AlarmKind kind, String subject) {
    }

    /** One thing that is watched; times by the steady clock. */
    private static final class Track {
        private boolean wrong;
        private long changedMs;
        private Alarm alarm;
    }

    private final Map<Key, Track> tracks = new LinkedHashMap<>();
    private final Deque<AlarmChange> recent = new ArrayDeque<>();
    private long changes;

    /**
     * Takes in one look at everything. What was watched before and is not among {@code signs} is not watched any more; an
     * alarm of it is over.
     *
     * @param steadyMs a clock that only runs forward
     * @param wallMs   milliseconds since 1970
     * @return what began and what is over
     */
    public List<AlarmChange> look(List<Sign> signs, long steadyMs, long wallMs) {
        List<AlarmChange> happened = new ArrayList<>();
        Map<Key, Sign> seen = new LinkedHashMap<>();
        signs.forEach(sign -> seen.put(new Key(sign.kind(), sign.subject()), sign));
        seen.forEach((key, sign) -> follow(tracks.computeIfAbsent(key, added -> new Track()), sign, steadyMs, wallMs, happened));
        tracks.entrySet().removeIf(track -> !seen.containsKey(track.getKey()) && forget(track.getValue(), wallMs, happened));
        happened.forEach(this::remember);
        return happened;
    }

    /** What there is now. */
    public AlarmPicture picture() {
        return new AlarmPicture(tracks.values().stream().filter(track -> track.alarm != null).map(track -> track.alarm)
                .sorted(WORST_FIRST).toList(), List.copyOf(recent));
    }

    private void follow(Track track, Sign sign, long steadyMs, long wallMs, List<AlarmChange> happened) {
        if (track.wrong != sign.wrong()) {
            track.wrong = sign.wrong();
            track.changedMs = steadyMs;
        }
        long lastedMs = steadyMs - track.changedMs;
        if (track.alarm != null && sign.wrong()) {
            track.alarm = new Alarm(sign.kind(), sign.subject(), track.alarm.sinceMs(), sign.figure(), sign.limit());
        } else if (track.alarm != null && lastedMs >= sign.kind().wellMs()) {
            clear(track, wallMs, happened);
        } else if (track.alarm == null && sign.wrong() && lastedMs >= sign.afterMs()) {
            track.alarm = new Alarm(sign.kind(), sign.subject(), wallMs - lastedMs, sign.figure(), sign.limit());
            happened.add(new AlarmChange(++changes, track.alarm, true, wallMs));
        }
    }

    private boolean forget(Track track, long wallMs, List<AlarmChange> happened) {
        if (track.alarm != null) {
            clear(track, wallMs, happened);
        }
        return true;
    }

    private void clear(Track track, long wallMs, List<AlarmChange> happened) {
        happened.add(new AlarmChange(++changes, track.alarm, false, wallMs));
        track.alarm = null;
    }

    private void remember(AlarmChange change) {
        recent.addFirst(change);
        if (recent.size() > AlarmPicture.MOST_RECENT) {
            recent.removeLast();
        }
    }
}
