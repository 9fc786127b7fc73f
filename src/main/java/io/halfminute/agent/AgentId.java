package io.halfminute.agent;

/**
 * An agent, by the name under which he signs in.
 *
 * @param value lower-case letters, digits, dot and hyphen, such as {@code 1001} or {@code li.na}
 */
public record AgentId(String value) implements Comparable<AgentId> {
    public AgentId {
        if (value == null || !value.matches("[a-z0-9][a-z0-9.-]{0,31}")) {
            throw new IllegalArgumentException("agent \"" + value
                    + "\": 1 to 32 lower-case letters, digits, dots or hyphens are allowed");
        }
    }

    /** Written out: each step asks for it again and again, and a record's own is slow until the JVM has compiled it. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof AgentId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(AgentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
