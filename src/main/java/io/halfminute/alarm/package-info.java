/**
 * The hotline's watch over itself: which things are worth waking somebody for, when such an alarm begins and when it is
 * over. Reads nothing and sends nothing: signs are handed in, alarms are handed out, time is an argument.
 */
package io.halfminute.alarm;
