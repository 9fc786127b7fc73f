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

    /** Written out: each step asks for it again and again, and a record's own is slow until the JVM has compiled it. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PbxId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
