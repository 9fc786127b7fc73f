package io.halfminute.pbx;

/**
 * One attempt to bring one call to an agent, at one phone or at several that ring together. Travels to the PBX and back, so
 * that a late echo is told from the present attempt. Never used twice, also not by a later run of the server.
 *
 * @param value positive; 0 is {@link #NONE}
 */
public record OfferId(long value) {

    /** No offer of this server: the call was never offered, or the PBX itself found the agent. */
    public static final OfferId NONE = new OfferId(0);

    /** Written out: each step asks for it again and again, and a record's own is slow until the JVM has compiled it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OfferId id && value == id.value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
