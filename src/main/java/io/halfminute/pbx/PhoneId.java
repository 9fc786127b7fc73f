package io.halfminute.pbx;

import java.util.regex.Pattern;

/**
 * An agent's phone, by the name under which it registers at the PBX.
 *
 * @param value letters and digits, such as {@code 1001}
 */
public record PhoneId(String value) implements Comparable<PhoneId> {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9]{1,32}");

    public PhoneId {
        if (value == null || !ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("phone \"" + value + "\": 1 to 32 letters or digits are allowed");
        }
    }

    /** Written out: each step asks for it again and again, and a record's own is slow until the JVM has compiled it. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PhoneId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(PhoneId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
