package io.halfminute.record;

/** Cleans what people type into search boxes. */
public final class Texts {

    private Texts() {
    }

    /**
     * The text without control characters and outer blanks, or null if nothing is left.
     *
     * @throws IllegalArgumentException if it is longer than {@code max}
     */
    public static String search(String text, int max) {
        String clean = text == null ? "" : text.replaceAll("\\p{Cc}", " ").strip();
        if (clean.length() > max) {
            throw new IllegalArgumentException("the search text has " + clean.length() + " characters; at most " + max
                    + " are allowed");
        }
        return clean.isEmpty() ? null : clean;
    }

    /** The digits of the text, or null if there is none; fails like {@link #search}. */
    public static String digits(String text, int max) {
        String clean = search(text, max);
        String digits = clean == null ? "" : clean.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? null : digits;
    }
}
