const FIRST_MS = 500;
const LONGEST_MS = 10_000;
/** So that a hundred desks do not come back at the same moment. */
const SPREAD = 0.3;

/**
 * How long to wait before the next try.
 *
 * @param failed how often it failed in a row, from 1
 * @param chance 0 to 1
 */
export function backoffMs(failed: number, chance: number): number {
  const plain = Math.min(LONGEST_MS, FIRST_MS * 2 ** (Math.max(1, failed) - 1));
  return Math.round(plain * (1 - SPREAD + 2 * SPREAD * chance));
}
