package io.halfminute.simulation;

/**
 * What goes wrong, and how often. Each is a probability, of a command or of an event, if nothing else is said.
 *
 * @param commandFails     the PBX refuses a command
 * @param commandVanishes  the PBX is silent about a command and does nothing
 * @param eventTwice       an event is told a second time, up to {@code lateMs} later
 * @param eventLate        an event, and with it what follows of the same call, is told up to {@code lateMs} later
 * @param eventLost        an event is not told; a gap that is noticed and mended by a snapshot within {@code lateMs}
 * @param orphan           beside an event one is told about a call that nobody knows
 * @param lateMs           how late things can be
 * @param linkLostPerHour  how often in an hour the connection to the PBX is lost
 * @param linkDownMs       for how long at most
 * @param phoneLostPerHour how often in an hour an agent's phone cannot be reached for some minutes
 * @param snapshotEveryMs  how often the PBX's state is compared without cause; 0 for never
 */
public record Faults(double commandFails, double commandVanishes, double eventTwice, double eventLate, double eventLost,
                     double orphan, int lateMs, double linkLostPerHour, int linkDownMs, double phoneLostPerHour,
                     int snapshotEveryMs) {

    /** All goes well. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    /** A bad day. */
    public static final Faults SOME = new Faults(0.002, 0.002, 0.01, 0.01, 0.001, 0.005, 1_000, 0.25, 20_000, 0.02,
            60_000);
    /** A day that no operator has seen. */
    public static final Faults MANY = new Faults(0.03, 0.03, 0.1, 0.1, 0.02, 0.05, 4_000, 4, 40_000, 0.3, 15_000);

    /** By the name on the command line. */
    public static Faults named(String name) {
        return switch (name) {
            case "none" -> NONE;
            case "some" -> SOME;
            case "many" -> MANY;
            default -> throw new IllegalArgumentException("faults \"" + name + "\": none, some or many");
        };
    }
}
