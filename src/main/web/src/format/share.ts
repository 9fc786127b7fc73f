/** A share of 0 to 1 in whole per cent, rounded down: 100 is said only when all were in time. A dash when there is none. */
export function percent(share: number | null): string {
  return share === null ? '–' : String(Math.floor(share * 100 + 1e-9));
}
