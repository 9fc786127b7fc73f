package io.halfminute.pbx;

import java.util.regex.Pattern;

/** Checks of identifiers that come from the PBX. */
final class Names {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:/@-]+");

    private Names() {
    }

    static void check(String what, String value, int maxLength) {
        if (value == null || value.isEmpty() || value.length() > maxLength || !ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " \"" + value + "\" is not 1 to " + maxLength
                    + " characters of letters, digits and ._:/@-");
        }
    }
}
