/**
 * The configuration: typed records of the files in {@code config/}, and a strict reader of them.
 *
 * <p>Every key has a default or is required, a unit, and a range; {@code config/halfminute.yaml} says why. A key that is not
 * known, a value of the wrong kind or one that makes no sense is a {@link io.halfminute.config.Problem}; all of them are found in
 * one reading and reported together. Secrets are not configuration: they live in the data folder.
 */
package io.halfminute.config;
