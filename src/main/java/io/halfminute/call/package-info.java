/** Calls: one customer's contact each, from arrival to its end. */
package io.halfminute.call;
