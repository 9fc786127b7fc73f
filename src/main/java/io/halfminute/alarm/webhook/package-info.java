/**
 * Tells alarms to programs of the operator's: a signed HTTP POST to each configured address, tried again until it is taken.
 * Each address has a short queue and a thread of its own, so that one that is dead for a day costs nothing but that queue.
 */
package io.halfminute.alarm.webhook;
