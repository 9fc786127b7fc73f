/**
 * The same machine that serves real callers, on a virtual clock, with a PBX, callers and agents that are played. Everything
 * follows from one seed. {@link io.halfminute.simulation.Simulation} plays a {@link io.halfminute.simulation.Plan};
 * {@link io.halfminute.simulation.Watch} looks on from outside and stops at the first rule that is broken.
 *
 * <pre>
 *  Callers --> SimulatedPbx --PbxEvent--> Wire --AcdInput--> Machine --AcdEvent--> Workforce, Watch, Report
 *                    ^                     |                    |
 *                    +-----PbxCommand------+<---PbxCommand------+
 * </pre>
 */
package io.halfminute.simulation;
