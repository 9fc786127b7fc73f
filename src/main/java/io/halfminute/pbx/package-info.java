/**
 * The port to the telephone exchange: what it tells ({@link io.halfminute.pbx.PbxEvent}), what it is asked
 * ({@link io.halfminute.pbx.PbxCommand}), and the names both use. No technology of any exchange is known here.
 *
 * <p>The contract of an adapter:
 * <ol>
 * <li>It MUST deliver the events of one call in the order in which they happened at the PBX.
 * <li>It MUST deliver a {@link io.halfminute.pbx.PbxEvent.Snapshot} after every (re)connection, before any other event of
 *     that connection but {@link io.halfminute.pbx.PbxEvent.EndedUnwatched}, and whenever it has reason to believe that it missed something.
 * <li>It MUST NOT block the caller of a command. A command is a request: what comes of it is told by later events; a
 *     refusal by the PBX is a {@link io.halfminute.pbx.PbxEvent.CommandFailed}.
 * <li>It MAY deliver an event late or twice, also for a call that is gone; whoever listens lives with that.
 * <li>Text that a caller chose (name, number) MUST reach the listener as data only, cut to a stated length.
 * </ol>
 */
package io.halfminute.pbx;
