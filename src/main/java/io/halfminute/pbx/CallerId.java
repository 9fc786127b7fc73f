package io.halfminute.pbx;

import java.util.regex.Pattern;

/**
 * What the caller's side says of itself. Hostile: shown and stored as data, never built into anything.
 *
 * @param number digits, {@code +}, {@code *} and {@code #} only, at most 32; empty when withheld
 * @param name   any text, at most 120 characters, control characters removed; empty when there is none
 */
public record CallerId(String number, String name) {

    /** Longest number kept; E.164 allows 15 digits, prefixes and PBX codes some more. */
    public static final int MAX_NUMBER = 32;
    /** Longest name kept. */
    public static final int MAX_NAME = 120;

    private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+*#]");
    /** Controls, format characters such as right-to-left marks, and line and paragraph separators. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /** Cleans instead of refusing: a call is served whatever its caller's name is. */
    public CallerId {
        number = cut(isEmpty(number) ? "" : NOT_DIALLED.matcher(number).replaceAll(""), MAX_NUMBER);
        name = cut(isEmpty(name) ? "" : UNSEEN.matcher(name).replaceAll(" ").strip(), MAX_NAME);
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }

    /** Whether the caller's number is known. */
    public boolean isKnown() {
        return !number.isEmpty();
    }
}
