/**
 * The machine. {@link io.halfminute.acd.Acd#apply} takes one input and the time, changes the state, and answers with what
 * is to be done ({@link io.halfminute.pbx.PbxCommand}) and what has happened ({@link io.halfminute.acd.AcdEvent}).
 */
package io.halfminute.acd;
