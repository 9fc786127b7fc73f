/**
 * A recorded day as a scenario of the simulator: {@link io.halfminute.day.DayScenario} writes who worked and what was asked for,
 * {@link io.halfminute.day.DayArrivals} who called. Neither a caller's number nor his name is in it, nor an agent's.
 */
package io.halfminute.day;
