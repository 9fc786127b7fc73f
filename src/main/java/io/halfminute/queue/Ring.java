package io.halfminute.queue;

/**
 * One of the wider and wider circles in which an agent is looked for.
 *
 * @param name   for people: lower-case letters, digits and hyphens
 * @param circle whom this ring adds to those of the rings before it
 */
public record Ring(String name, Circle circle) {
    public Ring {
        if (name == null || !name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("ring \"" + name
                    + "\": 1 to 32 lower-case letters, digits or hyphens are allowed");
        }
    }
}
