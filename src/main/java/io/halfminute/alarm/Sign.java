package io.halfminute.alarm;

/**
 * What was found at one look.
 *
 * @param subject such as a queue, when there can be several of a kind; else empty
 * @param wrong   whether it is as it should not be
 * @param figure  what the kind counts
 * @param limit   what it is compared with, 0 if with nothing
 * @param afterMs for how long it has to be wrong on end before it is an alarm
 */
public record Sign(AlarmKind kind, String subject, boolean wrong, long figure, long limit, long afterMs) {

    /** Of a kind of which there is one. */
    public static Sign of(AlarmKind kind, boolean wrong, long figure, long limit) {
        return new Sign(kind, "", wrong, figure, limit, kind.afterMs());
    }
}
