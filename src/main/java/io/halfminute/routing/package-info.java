/**
 * The decision: which agent for which call, and why. Pure.
 *
 * <p>The rule is {@link io.halfminute.routing.LeastToSpare}, written so that it can be read: it looks at everybody.
 * {@link io.halfminute.routing.Router} decides alike, as a test over a million random steps says, and does not. It rests on
 * this: calls that ask for the same (a {@linkplain io.halfminute.queue.Kind kind}) differ only in their place in the line,
 * and agents who can do the same (a {@linkplain io.halfminute.agent.Profile profile}) only in how long they have been idle.
 * There may be a hundred thousand of each, but of kinds and profiles there are hundreds. So:
 * <ul>
 * <li>kinds and profiles have small numbers, and everything below is an array by number;
 * <li>{@link io.halfminute.routing.Grid}: for each kind one bit a profile, for each profile one bit a kind: who does for
 * what; and for each pair a grade, by which agents are preferred;
 * <li>{@link io.halfminute.queue.Lanes}: the waiting calls, for each kind a chain in order; one bit a kind says whether
 * anybody waits;
 * <li>the idle agents, for each profile a chain, the longest idle first; one bit a profile says whether anybody is idle.
 * </ul>
 *
 * <p>An agent becomes free: his profile's bits AND the bits of those who wait give the kinds that he can take, 64 at a time;
 * of each of these only the first call can be the one, and its place in the order lies in an array. A call arrives: the
 * kind's bits AND the bits of the idle give the profiles; of each of these only the longest idle can be the one. So the cost
 * is that of the kinds or profiles that are left after the AND, whatever the number of calls and agents. Calls and agents
 * are linked to their neighbours by themselves: coming, going and deciding allocate nothing.
 *
 * <p>What is not a matter of kind and profile is handled beside: a call that asks for one agent only is filed under him;
 * agents at whose phones a call has already rung come after all others, and are few; whoever rests is not idle.
 */
package io.halfminute.routing;
