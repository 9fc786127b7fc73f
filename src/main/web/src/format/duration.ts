/** How durations are shown. All are milliseconds. */

const two = (n: number) => String(n).padStart(2, '0');

/** A stretch of time, such as `0:07`, `12:34` or `1:02:03`; a started second does not count. */
export function stretch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  return h > 0 ? `${h}:${two(m)}:${two(seconds % 60)}` : `${m}:${two(seconds % 60)}`;
}

/**
 * Seconds until a deadline: 30 at its start, 1 in its last second, from then on 0 and then below. A started second counts
 * while there is time left, so that 0 is never shown before the deadline has passed.
 */
export function secondsLeft(leftMs: number): number {
  return leftMs > 0 ? Math.ceil(leftMs / 1000) : -Math.floor(-leftMs / 1000) || 0;
}

/** {@link secondsLeft} with a true minus sign; from a hundred seconds on in minutes. */
export function countdown(leftMs: number): string {
  const left = secondsLeft(leftMs);
  const text = Math.abs(left) < 100 ? String(Math.abs(left)) : stretch(Math.abs(left) * 1000);
  return left < 0 ? `\u2212${text}` : text;
}

/** A short length with its unit, such as `8.4 s` or `2:05`. */
export function length(ms: number): string {
  return ms < 60_000 ? `${(Math.max(0, ms) / 1000).toFixed(1)} s` : stretch(ms);
}
