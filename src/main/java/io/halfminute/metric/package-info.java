/**
 * Figures for the operator's own watch: counts the same events as the boards and hands them to Prometheus. The only user of
 * Micrometer. Labels are queues, ends, states and outcomes, which the configuration bounds; never a number or a call's id.
 */
package io.halfminute.metric;
