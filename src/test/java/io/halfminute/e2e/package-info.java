/** The whole hotline with real calls: SIPp through a real Asterisk to agents whose desks use the HTTP API. */
package io.halfminute.e2e;
