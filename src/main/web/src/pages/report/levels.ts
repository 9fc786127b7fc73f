import type { LevelName, ServiceLevelReport, ServiceLevelRow } from '../../api/types';

/** The definitions in the order in which they are shown: the house's own first. */
export function ordered(report: ServiceLevelReport): LevelName[] {
  const names = [...new Set(report.definitions.map((definition) => definition.name))];
  return [report.house, ...names.filter((name) => name !== report.house)];
}

/** With one decimal, rounded down: 100 is said only when all were in time. A dash when no call counts. */
export function percentOf(share: number | null | undefined): string {
  if (share === null || share === undefined) return '–';
  const tenths = Math.floor(share * 1000 + 1e-6);
  return tenths === 1000 ? '100' : (tenths / 10).toFixed(1);
}

/** Hung up in the line, whenever. */
export const hungUp = ({ buckets }: ServiceLevelRow) => buckets.hungUpAtOnce + buckets.hungUpSoon + buckets.hungUpLate;

/** Left by a key, in time for a callback or otherwise. */
export const byKey = ({ buckets }: ServiceLevelRow) => buckets.callbackInTime + buckets.leftByKey;

/** How strongly a cell of the heat strip is coloured, 0 to 60: the share that was not in time, half of it is the most. */
export function heat(share: number | null | undefined): number {
  return share === null || share === undefined ? 0 : Math.round(Math.min(1, (1 - share) * 2) * 60);
}
