package io.halfminute.queue;

/**
 * A queue.
 *
 * @param value lower-case letters, digits and hyphens, such as {@code shop-a-orders}
 */
public record QueueId(String value) implements Comparable<QueueId> {
    public QueueId {
        if (value == null || !value.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("queue \"" + value
                    + "\": 1 to 32 lower-case letters, digits or hyphens are allowed");
        }
    }

    /** Written out: each step asks for it again and again, and a record's own is slow until the JVM has compiled it. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof QueueId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(QueueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
