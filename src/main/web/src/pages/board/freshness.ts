import type { BoardState } from '../../api/types';

/** Older data raises the alarm: the server sends the board about once a second. */
export const STALE_MS = 5_000;

export type Freshness = { is: 'none' } | { is: 'fresh' | 'stale'; ageMs: number } | { is: 'link-down'; ageMs: number; why: string };

/** Whether the board can be trusted. Old data outweighs what it says of the PBX, which is then old too. */
export function freshnessOf(board: BoardState | null, nowMs: number): Freshness {
  if (!board) return { is: 'none' };
  const ageMs = Math.max(0, nowMs - board.atMs);
  if (ageMs > STALE_MS) return { is: 'stale', ageMs };
  return board.link.up ? { is: 'fresh', ageMs } : { is: 'link-down', ageMs, why: board.link.why };
}
