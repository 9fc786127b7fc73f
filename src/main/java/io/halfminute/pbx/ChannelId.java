package io.halfminute.pbx;

/**
 * One channel (leg) at the PBX.
 *
 * @param value the PBX's unique id of it
 */
public record ChannelId(String value) {
    public ChannelId {
        Names.check("channel id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
