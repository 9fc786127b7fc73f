package io.halfminute.bench;

/**
 * One figure of both sides.
 *
 * @param appQueue null where app_queue has nothing like it
 */
record Figure(String name, String unit, Stats ours, Stats appQueue) {

    /** How many times ours app_queue's mean is; above 1 it took longer than we did. */
    double ratio() {
        return appQueue.mean() / ours.mean();
    }
}
