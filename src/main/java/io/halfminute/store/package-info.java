/**
 * Everything that touches a database. What must not be lost goes first to {@link io.halfminute.store.Outbox}, a file on the
 * local disk, and from there, in order and each entry once, to PostgreSQL:
 *
 * <pre>
 * AcdEvent -> RecordKeeper -> record.CallRecorder -> Outbox (SQLite) -> Drain -> RecordWriter -> PostgreSQL
 * </pre>
 *
 * <p>When PostgreSQL is away, the outbox grows, up to its limit, and is drained when it is back. A crash between the commit in
 * PostgreSQL and the removal from the outbox does no harm: PostgreSQL itself remembers, in the same transaction, how far each
 * outbox has been taken in.
 */
package io.halfminute.store;
