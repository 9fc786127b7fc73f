/**
 * Who may sign in, and who is signed in. Users come from the configuration; their passwords are generated, kept as Argon2id
 * hashes, and written once to a file that only the operator can read. A session is a random token of which the store knows
 * only the hash.
 */
package io.halfminute.account;
