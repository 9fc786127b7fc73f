package io.halfminute.simulation;

/**
 * A call that was recorded and is played again. Whoever was answered showed no limit of his patience, and whoever gave up
 * never said how long he would have talked: what is not known is drawn.
 *
 * @param afterStartMs when the PBX answered him, from the beginning of the run
 * @param patienceMs   from the PBX's answer until he gave up; {@link #UNKNOWN} when he did not
 * @param talkMs       how long he talked; {@link #UNKNOWN} when he did not
 */
public record KnownCall(long afterStartMs, String dialled, long patienceMs, long talkMs) {

    /** Nobody has seen it. */
    public static final long UNKNOWN = -1;
}
