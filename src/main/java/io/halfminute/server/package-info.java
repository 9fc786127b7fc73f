/** The running program: the loop that owns the machine, the wiring, start and stop in order, health and commands. */
package io.halfminute.server;
