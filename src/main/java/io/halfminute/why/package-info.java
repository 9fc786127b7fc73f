/**
 * Why a call was late, and what would have saved it: {@link io.halfminute.why.LateCauses} folds
 * {@link io.halfminute.acd.AcdEvent}s into one {@link io.halfminute.why.Lateness} for each call that missed its deadline. Pure.
 *
 * <p>Every second between the PBX's answer and the deadline is charged to one thing: the menu, a phone that rang in vain, the
 * PBX, or, while the caller stood in line, to what those who could have taken the call were doing. The causes are ordered
 * by the seconds that each cost; one without which the call would have been in time for certain comes first: an agent was
 * chosen and did not pick up, or could have been and a later call was served. Seconds that nobody watched are charged to {@link io.halfminute.why.LateCause#UNSEEN}.
 */
package io.halfminute.why;
