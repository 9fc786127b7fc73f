package io.halfminute.pbx;

/** Checks of identifiers that come from the PBX. */
final class Names {

    private Names() {
    }

    static void check(String what, String value, int maxLength) {
        if (value == null || value.isEmpty() || value.length() > maxLength || !value.matches("[A-Za-z0-9._:/@-]+")) {
            throw new IllegalArgumentException(what + " \"" + value + "\" is not 1 to " + maxLength
                    + " characters of letters, digits and ._:/@-");
        }
    }
}
