/**
 * Faults on a real Asterisk, a real PostgreSQL and calls by SIPp ({@link io.halfminute.chaos.Chaos}), and the checker that says
 * what they did to calls and records ({@link io.halfminute.chaos.Checker}). See docs/chaos.md.
 */
package io.halfminute.chaos;
