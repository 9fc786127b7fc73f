/**
 * What is kept of each call and of each agent's day, folded from {@link io.halfminute.acd.AcdEvent}s.
 *
 * <p>A {@link io.halfminute.record.CallRecord} is one call from arrival to end; its segments tile its time line without gap
 * or overlap, so that every second of a caller's time has one name. An {@link io.halfminute.record.AgentActivity} is one
 * unbroken state of one agent. {@link io.halfminute.record.CallRecorder} and {@link io.halfminute.record.AgentRecorder} make
 * them; {@link io.halfminute.record.CallQueries} is the port through which they are read again.
 */
package io.halfminute.record;
