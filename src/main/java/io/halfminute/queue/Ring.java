package io.halfminute.queue;

import java.util.Optional;

/**
 * One of the wider and wider circles in which an agent is looked for.
 *
 * @param name   for people: lower-case letters, digits and hyphens
 * @param circle whom this ring adds to those of the rings before it
 * @param number the outside number to which callers are sent when this ring is open and nobody is free; the circle is then
 *               {@link Circle#NOBODY}
 */
public record Ring(String name, Circle circle, Optional<String> number) {
    public Ring {
        if (name == null || !name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("ring \"" + name
                    + "\": 1 to 32 lower-case letters, digits or hyphens are allowed");
        }
    }

    /** A ring of agents. */
    public Ring(String name, Circle circle) {
        this(name, circle, Optional.empty());
    }

    /** A ring that is an outside number: digits and {@code +}. */
    public static Ring outside(String name, String number) {
        return new Ring(name, Circle.NOBODY, Optional.of(number));
    }
}
