package io.halfminute.alarm;

import java.util.List;

/**
 * All alarms at one moment.
 *
 * @param alarms that there are, the worst first
 * @param recent what changed lately, the newest first
 */
public record AlarmPicture(List<Alarm> alarms, List<AlarmChange> recent) {

    /** So many changes are remembered. */
    public static final int MOST_RECENT = 100;
    public static final AlarmPicture NONE = new AlarmPicture(List.of(), List.of());

    public AlarmPicture {
        alarms = List.copyOf(alarms);
        recent = List.copyOf(recent);
    }

    /** How many there are of a kind. */
    public long count(AlarmKind kind) {
        return alarms.stream().filter(alarm -> alarm.kind() == kind).count();
    }
}
