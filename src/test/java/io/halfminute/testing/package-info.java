/** What tests on real SIP need: an Asterisk of their own, and SIPp as callers (127.0.0.2) and desk phones (127.0.0.3). */
package io.halfminute.testing;
