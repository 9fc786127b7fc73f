/** The waiting line: who waits, in which order, until when; and the arithmetic of the service level. */
package io.halfminute.queue;
