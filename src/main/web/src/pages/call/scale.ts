import type { CallDetail, Stretch } from '../../api/types';

/** One stretch on the time line: where it begins and how wide it is, as shares of the whole. */
export interface Segment {
  stretch: Stretch;
  start: number;
  width: number;
  lengthMs: number;
}

export interface Scale {
  segments: Segment[];
  /** Where the deadline is; beyond 1 never, since the scale reaches at least up to it. */
  deadline: number;
  ticks: { at: number; ms: number }[];
}

const STEPS_MS = [1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000];
const MOST_TICKS = 12;

/** The distance of the marks below the line: round, and few enough to be read. */
export function tickStep(totalMs: number): number {
  return STEPS_MS.find((step) => totalMs / step <= MOST_TICKS) ?? totalMs;
}

/** The call drawn to scale, from its arrival to its end or its deadline, whichever is later. */
export function scaleOf(call: Pick<CallDetail, 'arrivedMs' | 'deadlineMs' | 'timeline'>, nowMs: number): Scale {
  const ends = call.timeline.map((stretch) => stretch.toMs ?? nowMs);
  const totalMs = Math.max(call.deadlineMs, ...ends) - call.arrivedMs || 1;
  const at = (ms: number) => (ms - call.arrivedMs) / totalMs;
  const step = tickStep(totalMs);
  return {
    segments: call.timeline.map((stretch, index) => ({
      stretch, start: at(stretch.fromMs), width: at(ends[index]!) - at(stretch.fromMs), lengthMs: ends[index]! - stretch.fromMs,
    })),
    deadline: at(call.deadlineMs),
    ticks: Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, index) => ({ at: (index * step) / totalMs, ms: index * step })),
  };
}
