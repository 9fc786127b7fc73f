/**
 * Experiments with the simulator: policies side by side on the same callers, how many agents a target needs, and the reports
 * of both. Reports are strings; whoever calls writes them.
 */
package io.halfminute.study;
