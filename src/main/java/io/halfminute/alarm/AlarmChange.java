package io.halfminute.alarm;

/**
 * An alarm began or is over.
 *
 * @param number numbers the changes of one run, from 1
 * @param raised whether it began
 * @param atMs   when, by the wall clock
 */
public record AlarmChange(long number, Alarm alarm, boolean raised, long atMs) {
}
