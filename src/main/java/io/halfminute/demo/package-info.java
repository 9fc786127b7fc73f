/**
 * The people of the demonstration: callers and agents, played over the same SIP and the same HTTP API that real ones use. It
 * knows nothing of the server's inside.
 */
package io.halfminute.demo;
