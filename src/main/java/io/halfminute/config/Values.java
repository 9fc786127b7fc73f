package io.halfminute.config;

import io.halfminute.pbx.PbxId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How values of each kind are written, and which of them make sense. */
final class Values {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Values() {
    }

    static Parser<Integer> integer(int least, int most) {
        return text -> {
            if (!WHOLE_NUMBER.matcher(text).matches()) {
                throw wrong(text, "is not a whole number; what would do is " + least + " to " + most);
            }
            int value = Integer.parseInt(text);
            if (value < least || value > most) {
                throw wrong(text, "is out of range; what would do is " + least + " to " + most);
            }
            return value;
        };
    }

    /** A part of a whole, from 0 to 1. */
    static Parser<Double> share() {
        return text -> {
            if (!SHARE.matcher(text).matches()) {
                throw wrong(text, "is no part of a whole; what would do is 0 to 1, such as 0.25");
            }
            return Double.parseDouble(text);
        };
    }

    static Parser<Integer> port() {
        return integer(1, 65_535);
    }

    static Parser<Duration> duration(Duration least, Duration most) {
        String range = Durations.format(least) + " to " + Durations.format(most);
        return text -> {
            Duration value = Durations.parse(text).orElseThrow(() -> wrong(text,
                    "is not a duration; write a number with its unit, such as 500ms, 30s, 2m or 12h; what would do is "
                            + range));
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw wrong(text, "is out of range; what would do is " + range);
            }
            return value;
        };
    }

    static Parser<Boolean> flag() {
        return text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(text, "is neither true nor false");
        };
    }

    /** A constant of {@code type}, written in lower case with hyphens. */
    static <E extends Enum<E>> Parser<E> oneOf(Class<E> type) {
        List<String> known = Arrays.stream(type.getEnumConstants()).map(Values::written).toList();
        return text -> {
            int at = known.indexOf(text);
            if (at < 0) {
                throw wrong(text, "is not known; " + Nearest.advice(text, known));
            }
            return type.getEnumConstants()[at];
        };
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Text for people: one line, not empty. */
    static Parser<String> label() {
        return text -> {
            if (text.isBlank() || text.length() > 80 || CONTROL.matcher(text).find()) {
                throw wrong(text, "is no label; what would do is one line of 1 to 80 characters");
            }
            return text.strip();
        };
    }

    static Parser<String> matching(String pattern, String whatWouldDo) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> {
            if (!compiled.matcher(text).matches()) {
                throw wrong(text, "will not do; what would do is " + whatWouldDo);
            }
            return text;
        };
    }

    /** A name that ends up in file names and in the PBX's dialplan, so nothing but letters, digits, hyphens. */
    static Parser<String> name() {
        return matching("[a-z0-9][a-z0-9-]{0,31}", "1 to 32 lower-case letters, digits or hyphens");
    }

    static Parser<String> dialledNumber() {
        return matching("[0-9]{1,20}", "1 to 20 digits");
    }

    static Parser<String> host() {
        return text -> matching(HOST.pattern(), "a host name or an address, such as 127.0.0.1").parse(text);
    }

    /** The name of one of several PBXs. */
    static Parser<PbxId> pbx() {
        return PbxId::new;
    }

    static Parser<ZoneId> zone() {
        return text -> {
            try {
                return ZoneId.of(text);
            } catch (ZoneRulesException notKnown) {
                throw wrong(text, "is no known time zone; " + Nearest.to(text, ZoneId.getAvailableZoneIds())
                        .map(near -> "maybe you meant \"" + near + "\"").orElse("what would do is such as Asia/Shanghai"));
            } catch (java.time.DateTimeException malformed) {
                throw wrong(text, "is no time zone; what would do is such as Asia/Shanghai");
            }
        };
    }

    private static IllegalArgumentException wrong(String text, String why) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "..." : text;
        return new IllegalArgumentException("\"" + shown + "\" " + why);
    }
}
