/**
 * What will be: when each waiting caller is answered, how many are answered in time over the next minutes, and what would
 * help. {@link io.halfminute.forecast.Forecaster} learns from {@link io.halfminute.acd.AcdEvent}s how long people take
 * ({@link io.halfminute.forecast.Lore}), keeps a picture of the room ({@link io.halfminute.forecast.Scene}), and plays
 * that picture on, many times, with chance ({@link io.halfminute.forecast.Play}). It only foretells; nothing here decides
 * about a call. Pure: time and the seed are arguments, and whoever calls says when it has taken long enough.
 *
 * <pre>
 *  AcdEvent --> Scene --> Lore            how long, how often
 *                 |         |
 *                 +-> Picture -> Play x n -> Forecast
 *                        ^ Act            what would help: the same plays with a changed picture
 * </pre>
 */
package io.halfminute.forecast;
