package io.halfminute.alarm.webhook;

/**
 * One POST.
 *
 * @param id   the same in each try, so that a receiver can tell a second copy
 * @param body JSON
 */
record Message(String id, String body) {
}
