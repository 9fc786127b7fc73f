package io.halfminute.alarm.webhook;

import io.halfminute.alarm.Alarm;
import io.halfminute.alarm.AlarmChange;

/** The body of a webhook. Written by hand, since it is one flat object of words and numbers. */
final class AlarmJson {

    private AlarmJson() {
    }

    static String of(AlarmChange change, String id, String node) {
        Alarm alarm = change.alarm();
        return "{\"id\":" + text(id) + ",\"event\":" + text(change.raised() ? "alarm.raised" : "alarm.cleared")
                + ",\"node\":" + text(node) + ",\"atMs\":" + change.atMs() + ",\"kind\":" + text(alarm.kind().code())
                + ",\"severity\":" + text(alarm.kind().severity().code()) + ",\"subject\":" + text(alarm.subject())
                + ",\"sinceMs\":" + alarm.sinceMs() + ",\"figure\":" + alarm.figure() + ",\"limit\":" + alarm.limit()
                + ",\"text\":{\"zh\":" + text(alarm.zh()) + ",\"en\":" + text(alarm.en()) + "}}";
    }

    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        value.chars().forEach(each -> append(json, (char) each));
        return json.append('"').toString();
    }

    private static void append(StringBuilder json, char each) {
        if (each == '"' || each == '\\') {
            json.append('\\').append(each);
        } else if (each < ' ') {
            json.append("\\u%04x".formatted((int) each));
        } else {
            json.append(each);
        }
    }
}
