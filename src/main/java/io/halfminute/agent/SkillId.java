package io.halfminute.agent;

/**
 * Something that an agent can do and a call can ask for: a language, a topic, a brand.
 *
 * @param value lower-case letters, digits and hyphens, such as {@code mandarin} or {@code after-sales}
 */
public record SkillId(String value) implements Comparable<SkillId> {
    public SkillId {
        if (value == null || !value.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("skill \"" + value
                    + "\": 1 to 32 lower-case letters, digits or hyphens are allowed");
        }
    }

    /** Written out: each step asks for it again and again, and a record's own is slow until the JVM has compiled it. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SkillId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(SkillId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
