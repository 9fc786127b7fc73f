package io.halfminute.pbx;

/** Checks of identifiers that come from the PBX. */
final class Names {

    private Names() {
    }

    static void check(String what, String value, int maxLength) {
        if (value == null || value.isEmpty() || value.length() > maxLength || !isAllowed(value)) {
            throw new IllegalArgumentException(what + " \"" + value + "\" is not 1 to " + maxLength
                    + " characters of letters, digits and ._:/@-");
        }
    }

    /** Letter by letter: each event of the PBX brings names. */
    private static boolean isAllowed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean alphanumeric = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!alphanumeric && "._:/@-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
