package io.halfminute.alarm;

/**
 * Something is wrong.
 *
 * @param subject such as a queue; empty where there is one of the kind
 * @param sinceMs since when, by the wall clock, in milliseconds since 1970
 * @param figure  what the kind counts, as of the last look
 * @param limit   what it is compared with, 0 if with nothing
 */
public record Alarm(AlarmKind kind, String subject, long sinceMs, long figure, long limit) {

    /** One line in Chinese. */
    public String zh() {
        return kind.zh().formatted(subject, figure, limit);
    }

    /** One line in English. */
    public String en() {
        return kind.en().formatted(subject, figure, limit);
    }
}
