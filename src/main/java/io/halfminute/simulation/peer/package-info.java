/**
 * Other systems' ways of bringing callers and agents together, modelled from what their code and documents say, to be played
 * by the simulator on the same callers, agents and breaks as ours. Each is a {@link io.halfminute.simulation.Machine}: it
 * decides when which phone rings for whom, and nothing else. Pure: no clock, no chance.
 *
 * <p>Where a peer's manner of work hurts without being a matter of strategy it is left out, in the peer's favour: agents may
 * end their wrap-up early, a phone in a call is always known to be engaged, commands take no longer than ours, no agent is
 * stuck and no process is overloaded.
 */
package io.halfminute.simulation.peer;
