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

    @Override
    public int compareTo(PhoneId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
