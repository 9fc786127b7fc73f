package io.halfminute.call;

/**
 * The shop whose number was dialled (SHOPS).
 *
 * @param value lower-case letters, digits and hyphens, such as {@code shop-a}
 */
public record BrandId(String value) implements Comparable<BrandId> {
    public BrandId {
        if (value == null || !value.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("brand \"" + value
                    + "\": 1 to 32 lower-case letters, digits or hyphens are allowed");
        }
    }

    @Override
    public int compareTo(BrandId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
