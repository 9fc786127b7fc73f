package io.halfminute.pbx;

import java.util.regex.Pattern;

/**
 * One of several PBXs, by the name that the configuration gives it. Short, since it travels in the PBXs' own names of things.
 *
 * @param value 1 to 8 lower-case letters or digits, the first a letter
 */
public record PbxId(String value) implements Comparable<PbxId> {

    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9]{0,7}");

    /** The only one, where nobody has named it. */
    public static final PbxId MAIN = new PbxId("main");

    public PbxId {
        if (value == null || !ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("PBX \"" + value
                    + "\": 1 to 8 lower-case letters or digits are allowed, the first a letter");
        }
    }

    /** What is said of no PBX in particular is said of the only one. */
    public static PbxId orMain(PbxId pbx) {
        return pbx == null ? MAIN : pbx;
    }

    @Override
    public int compareTo(PbxId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
