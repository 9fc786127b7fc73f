/** Records of calls and of what agents did, folded from {@link io.halfminute.acd.AcdEvent}s; their store is a port. */
package io.halfminute.record;
