package io.halfminute.demo;

/**
 * An agent who is played.
 *
 * @param user          the name that he signs in with
 * @param password      for pages and API
 * @param phone         the name under which his phone registers
 * @param phonePassword for that
 */
public record DemoAgent(String user, String password, String phone, String phonePassword) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return "DemoAgent[" + user + ", phone " + phone + "]";
    }
}
