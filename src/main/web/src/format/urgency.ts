/** How pressing a waiting call is. Each has a colour, and a sign beside it for those who cannot tell colours. */
export type Urgency = 'calm' | 'soon' | 'critical' | 'late';

/** Shares of the target at which a call becomes pressing: with 30 s, below 15 s and below 6 s. */
const SOON = 0.5;
const CRITICAL = 0.2;

/** @param leftMs until the deadline @param targetMs from arrival to the deadline */
export function urgencyOf(leftMs: number, targetMs: number): Urgency {
  if (leftMs <= 0) return 'late';
  if (leftMs <= targetMs * CRITICAL) return 'critical';
  return leftMs <= targetMs * SOON ? 'soon' : 'calm';
}

/** How much of the time is left, 0 to 1. */
export function shareLeft(leftMs: number, targetMs: number): number {
  return targetMs > 0 ? Math.min(1, Math.max(0, leftMs / targetMs)) : 0;
}
