package io.halfminute.pbx;

/**
 * One customer's contact from arrival to end, named by the PBX's unique id of the caller's channel. Unique for one PBX
 * over all time.
 *
 * @param value as the PBX wrote it, such as {@code 1763782345.12}
 */
public record CallId(String value) implements Comparable<CallId> {
    public CallId {
        Names.check("call id", value, 64);
    }

    /** Written out: each step asks for it again and again, and a record's own is slow until the JVM has compiled it. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof CallId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(CallId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
