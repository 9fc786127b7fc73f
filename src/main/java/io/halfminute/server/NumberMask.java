package io.halfminute.server;

import io.halfminute.view.CallerMask;
import java.util.regex.Pattern;

/**
 * Masks whatever may be a telephone number in a text (PRIV-TECH). Times and ids stay: a call's id is seconds with a dot, a time
 * in milliseconds has thirteen digits and begins with 1 (a number with its country's code does not, in that length).
 */
final class NumberMask {

    /** 7 digits are the shortest number of a customer, 15 the longest of ITU-T E.164. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])\\+?(?!1[0-9]{12}(?![0-9]))[0-9]{7,15}(?![\\w]|\\.[0-9])");

    private NumberMask() {
    }

    static String in(String text) {
        return NUMBER.matcher(text).replaceAll(found -> CallerMask.of(found.group()));
    }
}
