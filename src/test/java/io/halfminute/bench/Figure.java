package io.halfminute.bench;

/**
 * One figure of both sides.
 *
 * @param appQueue null where app_queue has nothing like it
 */
record Figure(String name, String unit, Stats ours, Stats appQueue) {
}
