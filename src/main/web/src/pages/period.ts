import { midnight } from '../format/moment';

export const PERIODS = ['today', 'week', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS: Record<Exclude<Period, 'all'>, number> = { today: 0, week: 6, month: 29 };

/** Where a period begins: at a midnight, so that today counts as one of its days. */
export function fromOf(period: Period, nowMs: number): number | undefined {
  return period === 'all' ? undefined : midnight(midnight(nowMs) - DAYS[period] * DAY_MS + DAY_MS / 2);
}
