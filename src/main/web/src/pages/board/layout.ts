/**
 * How much of what fits on a television of 1920 by 1080 units without scrolling, large enough to be read from six metres.
 * All measures are units; the style scales them to the screen.
 */

/** What the agents' band looks like. Rows are `rowHeight` high; beyond `columns * rows` the last place says how many more. */
export interface Band {
  columns: number;
  rows: number;
  rowHeight: number;
  fontSize: number;
}

/** The smallest letters of names: 26 units are 17 mm on a screen of 55 inches, readable from six metres. */
const BANDS: readonly (Band & { upTo: number })[] = [
  { upTo: 4, columns: 4, rows: 1, rowHeight: 88, fontSize: 38 },
  { upTo: 8, columns: 4, rows: 2, rowHeight: 82, fontSize: 38 },
  { upTo: 15, columns: 5, rows: 3, rowHeight: 68, fontSize: 33 },
  { upTo: 24, columns: 6, rows: 4, rowHeight: 60, fontSize: 30 },
  { upTo: 40, columns: 8, rows: 5, rowHeight: 54, fontSize: 27 },
  { upTo: Infinity, columns: 8, rows: 8, rowHeight: 46, fontSize: 26 },
];

export function bandFor(agents: number): Band {
  const { columns, rows, rowHeight, fontSize } = BANDS.find((band) => agents <= band.upTo)!;
  return { columns, rows: Math.max(1, Math.min(rows, Math.ceil(agents / columns))), rowHeight, fontSize };
}

/** How many agents are shown one by one, and how many are left to be counted. */
export function shownAgents(agents: number, band: Band): { shown: number; more: number } {
  const places = band.columns * band.rows;
  return agents <= places ? { shown: agents, more: 0 } : { shown: places - 1, more: agents - places + 1 };
}

const SCREEN = 1080;
const EDGES = 2 * 26;
const HEADER = 78;
const GAP = 18;
const BAND_HEAD = 56;
/** Between the rows of agents. */
const BAND_GAP = 7;
const LIST_HEAD = 94;
/** The height of a waiting call's row, and of the gap below it. */
export const CALL_ROW = 88;

/** How many rows the waiting list has above the agents' band. */
export function waitingRows(band: Band): number {
  const bandHeight = BAND_HEAD + band.rows * (band.rowHeight + BAND_GAP);
  return Math.floor((SCREEN - EDGES - HEADER - 2 * GAP - bandHeight - LIST_HEAD) / CALL_ROW);
}

/** Calls in rows, and calls that are only marks in the last row because there are more than rows. */
export function split<T>(calls: readonly T[], rows: number): { rows: readonly T[]; marks: readonly T[] } {
  return calls.length <= rows ? { rows: calls, marks: [] } : { rows: calls.slice(0, rows - 1), marks: calls.slice(rows - 1) };
}
