/**
 * Every input of the machine with its time, kept in files so that it can be played again: {@link io.halfminute.journal.Journal}
 * writes, {@link io.halfminute.journal.Replay} reads and compares. Since a step depends on nothing but the state and its
 * input, the same inputs must give the same decisions, all of them.
 *
 * <p>The form: gzip files of JSON lines ({@link io.halfminute.journal.Line}). A run of the server begins with a line that has
 * the configuration and the first offer's number, and goes on over as many files as it needs.
 */
package io.halfminute.journal;
