package io.halfminute.account;

import io.halfminute.agent.AgentId;

/**
 * Somebody who may sign in, as configured.
 *
 * @param name        what he types; lower-case letters, digits, dot and hyphen
 * @param displayName shown to colleagues
 * @param agent       the agent that he is, or null
 */
public record User(String name, String displayName, Role role, AgentId agent) {

    public User {
        if (!isName(name)) {
            throw new IllegalArgumentException("user \"" + name
                    + "\": 1 to 32 lower-case letters, digits, dots or hyphens are allowed, the first a letter or digit");
        }
        if (role == null) {
            throw new IllegalArgumentException("user \"" + name + "\" has no role; what would do is agent or supervisor");
        }
    }

    /** Whether this can be a user's name; what anybody types is checked by this before it is used for anything. */
    public static boolean isName(String name) {
        return name != null && name.matches("[a-z0-9][a-z0-9.-]{0,31}");
    }
}
