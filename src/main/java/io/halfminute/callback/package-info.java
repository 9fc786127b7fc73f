/** Promises to ring a customer back: what was promised, when it may be kept, and what has come of it. Pure. */
package io.halfminute.callback;
