package io.halfminute.callback;

import java.util.List;
import java.util.Optional;

/**
 * How a shop dials out. Whatever a customer's number was said to be, only digits with or without a {@code +} before them, that
 * begin as the shop allows, are dialled.
 *
 * @param allowed beginnings of numbers that may be dialled, such as {@code 1} or {@code +86}; none for any
 * @param strip   taken off the beginning, if it is there
 * @param prefix  put before it, for the trunk
 * @param shows   the number that the customer sees, digits; empty for the trunk's own
 */
public record Outgoing(List<String> allowed, String strip, String prefix, String shows) {

    private static final String DIALLED = "\\+?[0-9]{3,20}";
    private static final String PART = "\\+?[0-9]{0,12}";

    /** Any number as it is. */
    public static final Outgoing PLAIN = new Outgoing(List.of(), "", "", "");

    public Outgoing {
        allowed = List.copyOf(allowed);
        for (String beginning : allowed) {
            require(beginning, PART);
        }
        require(strip, PART);
        require(prefix, PART);
        require(shows, "[0-9]{0,20}");
    }

    private static void require(String text, String form) {
        if (text == null || !text.matches(form)) {
            throw new IllegalArgumentException("\"" + text + "\" in what is dialled out: digits are allowed, and a + before them");
        }
    }

    /** What is dialled for this number; empty when it may not be. */
    public Optional<String> dial(String number) {
        if (number == null || !number.matches(DIALLED)
                || !allowed.isEmpty() && allowed.stream().noneMatch(number::startsWith)) {
            return Optional.empty();
        }
        String rest = !strip.isEmpty() && number.startsWith(strip) ? number.substring(strip.length()) : number;
        return Optional.of(prefix + rest).filter(dialled -> dialled.matches(DIALLED));
    }
}
