/** Deadlines on somebody else's clock. Nothing here asks for the time; it is always told. */
package io.halfminute.time;
