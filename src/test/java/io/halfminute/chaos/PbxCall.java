package io.halfminute.chaos;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call as Asterisk's own records have it (its CDR, one or more lines a call). Times are milliseconds since 1970, cut to
 * whole seconds.
 *
 * @param id       the unique id of the caller's channel
 * @param talkedTo the phones that answered
 */
record PbxCall(String id, long arrivedMs, long endedMs, Set<String> talkedTo) {

    private static final String TRUNK = "PJSIP/hm-trunk-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** Fields of a line; see cdr_csv in Asterisk's documentation. */
    private static final int CHANNEL = 5;
    private static final int OTHER_CHANNEL = 6;
    private static final int START = 9;
    private static final int END = 11;
    private static final int DISPOSITION = 14;
    private static final int ID = 16;

    /** All calls of callers in these lines; what agents do among themselves is left out. */
    static List<PbxCall> read(List<String> lines) {
        Map<String, PbxCall> calls = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> fields = fields(line);
            if (fields.size() > ID && fields.get(CHANNEL).startsWith(TRUNK)) {
                calls.merge(fields.get(ID), of(fields), PbxCall::with);
            }
        }
        return new ArrayList<>(calls.values());
    }

    private static PbxCall of(List<String> fields) {
        String other = fields.get(OTHER_CHANNEL);
        boolean talk = fields.get(DISPOSITION).equals("ANSWERED") && other.matches("PJSIP/\\w+-\\w+") && !other.startsWith(TRUNK);
        return new PbxCall(fields.get(ID), ms(fields.get(START)), ms(fields.get(END)),
                talk ? Set.of(other.substring(other.indexOf('/') + 1, other.lastIndexOf('-'))) : Set.of());
    }

    private PbxCall with(PbxCall more) {
        Set<String> all = new LinkedHashSet<>(talkedTo);
        all.addAll(more.talkedTo);
        return new PbxCall(id, Math.min(arrivedMs, more.arrivedMs), Math.max(endedMs, more.endedMs), all);
    }

    private static long ms(String time) {
        return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** The fields of a line of comma-separated values; a quotation mark inside quotation marks is doubled. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"') {
                boolean doubled = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
                if (doubled) {
                    field.append(letter);
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (letter == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(letter);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
