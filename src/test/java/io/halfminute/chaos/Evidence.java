package io.halfminute.chaos;

import java.util.List;

/**
 * What the outside can see of a run: callers, phones, Asterisk's own records, and ours.
 *
 * @param placed by the callers
 * @param rings  at the phones
 * @param pbx    Asterisk's call records
 * @param kept   our records
 */
record Evidence(List<PlacedCall> placed, List<RungPhone> rings, List<PbxCall> pbx, List<KeptCall> kept) {
}
