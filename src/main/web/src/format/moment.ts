/** How moments are shown, in the browser's time zone. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, options);
  formats.set(key, known);
  return known;
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** `14:05:09`. */
export const clockTime = (ms: number, tag: string) => format(tag, { ...CLOCK, second: '2-digit' }).format(ms);

/** `14:05`. */
export const hourMinute = (ms: number, tag: string) => format(tag, CLOCK).format(ms);

/** Today only the time, else with the day: `14:05:09` or `21 Nov 14:05`. */
export function moment(ms: number, nowMs: number, tag: string): string {
  if (new Date(ms).toDateString() === new Date(nowMs).toDateString()) return clockTime(ms, tag);
  const day = format(tag, { month: 'short', day: 'numeric' }).format(ms);
  return `${day} ${hourMinute(ms, tag)}`;
}

/** The whole date and time, for titles. */
export const dateTime = (ms: number, tag: string) => format(tag, { ...CLOCK, second: '2-digit', year: 'numeric', month: 'long', day: 'numeric' }).format(ms);

/** The last midnight in the browser's time zone. */
export function midnight(nowMs: number): number {
  return new Date(nowMs).setHours(0, 0, 0, 0);
}
