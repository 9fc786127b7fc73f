/**
 * The service level as a ledger: one row a call, written at its end and never changed, from which every definition is counted.
 *
 * <p>A {@link io.halfminute.ledger.LedgerEntry} says what happened and which inputs were in force; a
 * {@link io.halfminute.ledger.Bucket} is what that counts as, and each call is in exactly one. The formulas are
 * {@link io.halfminute.queue.ServiceLevel}s; {@link io.halfminute.ledger.Definitions} says which version of each is valid from
 * when, and {@link io.halfminute.ledger.Reports} counts a period with those that were valid in it.
 */
package io.halfminute.ledger;
