/** The rules of the house as tests, and tests that these rules can fail. */
package io.halfminute.rules;
