package io.halfminute.view;

/** Callers' numbers as everybody may see them (PRIV-TECH): enough to tell two callers apart, too little to ring one. */
public final class CallerMask {

    private static final String HIDDEN = "****";
    /** From this length on (a Chinese mobile number has 11 digits) three digits before and four behind may show. */
    private static final int LONG = 11;
    /** From this length on the last two digits may show. */
    private static final int MIDDLE = 7;

    private CallerMask() {
    }

    /**
     * Masks a number. There are always four stars, whatever they hide, so that they do not tell the length.
     *
     * @param number as the caller's side gave it; null or empty when withheld
     * @return {@code 138****8000}, {@code ****67}, or {@code ****} for short ones; empty when withheld
     */
    public static String of(String number) {
        if (number == null || number.isEmpty()) {
            return "";
        }
        int length = number.length();
        if (length >= LONG) {
            return number.substring(0, 3) + HIDDEN + number.substring(length - 4);
        }
        return length >= MIDDLE ? HIDDEN + number.substring(length - 2) : HIDDEN;
    }
}
