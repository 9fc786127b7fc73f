/**
 * What people look at: the wallboard ({@link io.halfminute.view.BoardState}) and the agent's desk
 * ({@link io.halfminute.view.DeskState}), kept up to date from {@link io.halfminute.acd.AcdEvent}s by
 * {@link io.halfminute.view.Views}. One thread applies events; every thread may read the snapshots, which never change.
 *
 * <p>The records are the JSON of the HTTP API, name by name, so they hold plain text and numbers: ids as text, states in
 * lower case with hyphens ({@code on-call}), times as milliseconds since 1970, shares from 0 to 1.
 */
package io.halfminute.view;
