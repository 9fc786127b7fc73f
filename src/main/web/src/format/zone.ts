/** Days and hours on the clock of another place: reports are read on the hotline's clock, wherever the browser is. */

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(ms: number, zone: string): number[] {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23',
  });
  formats.set(zone, known);
  const by = Object.fromEntries(known.formatToParts(ms).map((part) => [part.type, Number(part.value)]));
  return [by.year!, by.month!, by.day!, by.hour!, by.minute!, by.second!];
}

/** How far the zone's clock is ahead of UTC at that moment, in milliseconds. */
function ahead(ms: number, zone: string): number {
  const [year, month, day, hour, minute, second] = parts(ms, zone);
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** When a day began there, that many days before the one of `nowMs`. */
export function dayStart(nowMs: number, zone: string, daysBefore = 0): number {
  const [year, month, day] = parts(nowMs, zone);
  const asUtc = Date.UTC(year!, month! - 1, day! - daysBefore);
  const guess = asUtc - ahead(asUtc, zone);
  return asUtc - ahead(guess, zone);
}

/** The hour of the day there, 0 to 23. */
export const hourThere = (ms: number, zone: string) => parts(ms, zone)[3]!;

/** The day there, such as `20 Nov`. */
export const dayThere = (ms: number, zone: string, tag: string) =>
  new Intl.DateTimeFormat(tag, { timeZone: zone, month: 'short', day: 'numeric', weekday: 'short' }).format(ms);

/** The hour there with its end, such as `09:00`. */
export const timeThere = (ms: number, zone: string, tag: string) =>
  new Intl.DateTimeFormat(tag, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);

/** The date there with its year, such as `20 November 2026`. */
export const dateThere = (ms: number, zone: string, tag: string) =>
  new Intl.DateTimeFormat(tag, { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }).format(ms);
