/** The decision: which agent for which call, and why. Pure; a file a strategy. */
package io.halfminute.routing;
