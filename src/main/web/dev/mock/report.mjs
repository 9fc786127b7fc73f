/** The service level of the played hotline: its calls of today, and days before it by a formula, so that a month has a shape. */
import { BRANDS, QUEUES } from './people.mjs';

const HOUR = 3_600_000;
const FORMULAS = {
  'of-answered': 'answered in time / answered',
  'removed-of-answered-and-abandoned': '(answered in time + hung up in time) / (answered + hung up + timed out)',
  'removed-of-queued': '(answered, hung up or promised a callback in time) / queued',
  'of-answered-and-abandoned': 'answered in time / (answered + hung up)',
  'without-short-abandons': 'answered in time / (answered + hung up - hung up at once)',
  'without-abandons-in-time': 'answered in time / (answered + hung up late)',
  'with-flow-outs': 'answered in time / (answered + hung up + timed out + left by key)',
  'of-all-calls': 'answered in time / all calls that reached the hotline',
};
const EMPTY = { answeredInTime: 0, answeredLate: 0, hungUpAtOnce: 0, hungUpSoon: 0, hungUpLate: 0, timedOut: 0, callbackInTime: 0, leftByKey: 0, neverQueued: 0, open: 0 };

/** An hour's calls: more by day, worst at eleven and at eight in the evening. */
function played(atMs, weight) {
  const hour = new Date(atMs + 8 * HOUR).getUTCHours();
  const day = Math.floor(atMs / (24 * HOUR));
  const calls = Math.round(weight * (hour < 7 ? 2 + (day % 3) : 14 + 10 * Math.sin(((hour - 6) / 17) * Math.PI)));
  const bad = Math.round(calls * (hour === 11 || hour === 20 ? 0.35 : ((hour * 7 + day * 3) % 5) * 0.03));
  const rest = bad - Math.floor(bad / 3) - Math.floor(bad / 4) - Math.floor(bad / 5);
  return { ...EMPTY, answeredInTime: calls - bad, answeredLate: Math.floor(bad / 3), hungUpAtOnce: Math.floor(bad / 4), hungUpLate: Math.floor(bad / 5), timedOut: rest % 2, neverQueued: rest - (rest % 2) };
}

const sum = (all) => all.reduce((total, each) => Object.fromEntries(Object.keys(EMPTY).map((key) => [key, total[key] + each[key]])), EMPTY);
const share = (good, all) => (all === 0 ? null : good / all);

function row(buckets, more = {}) {
  const b = buckets;
  const answered = b.answeredInTime + b.answeredLate;
  const early = b.hungUpAtOnce + b.hungUpSoon;
  const hungUp = early + b.hungUpLate;
  const queued = answered + hungUp + b.timedOut + b.callbackInTime + b.leftByKey;
  return {
    key: null, name: null, fromMs: null, toMs: null, ...more, offered: queued + b.neverQueued + b.open, buckets: b,
    waitAverageMs: answered ? 9_400 : null, waitMaxMs: answered ? 71_000 : null,
    levels: {
      'of-answered': share(b.answeredInTime, answered), 'removed-of-answered-and-abandoned': share(b.answeredInTime + early, answered + hungUp + b.timedOut),
      'removed-of-queued': share(b.answeredInTime + early + b.callbackInTime, queued), 'of-answered-and-abandoned': share(b.answeredInTime, answered + hungUp),
      'without-short-abandons': share(b.answeredInTime, answered + hungUp - b.hungUpAtOnce), 'without-abandons-in-time': share(b.answeredInTime, answered + b.hungUpLate),
      'with-flow-outs': share(b.answeredInTime, queued), 'of-all-calls': share(b.answeredInTime, queued + b.neverQueued),
    },
  };
}

export function reportOf(world, query) {
  const [from, to, by] = [Number(query.get('from')), Number(query.get('to')), query.get('by') ?? 'queue'];
  const hours = Array.from({ length: Math.ceil((to - from) / HOUR) }, (_, index) => from + index * HOUR);
  const of = (at, weight = 1) => (at < Date.now() ? played(at, weight) : EMPTY);
  const keyed = { queue: QUEUES.map((queue) => [queue.queue, queue.name]), brand: BRANDS.map((brand) => [brand.brand, brand.name]), skill: [['mandarin', null], ['english', null]] }[by];
  const step = by === 'day' ? 24 : 1;
  const rows = keyed ? keyed.map(([key, name], index) => row(sum(hours.map((at) => of(at, 1 / (index + 1.6)))), { key, name }))
    : hours.filter((_, index) => index % step === 0).map((at) => row(sum(hours.filter((each) => each >= at && each < at + step * HOUR).map((each) => of(each))), { fromMs: at, toMs: Math.min(to, at + step * HOUR) }));
  const total = row(sum(rows.map((each) => each.buckets)));
  total.buckets.open = world.waiting.length;
  return {
    fromMs: from, toMs: to, by, timeZone: 'Asia/Shanghai', queue: null, brand: query.get('brand'), skill: null, clock: 'pbx-answer-to-agent',
    targetsMs: [30_000], rules: [{ version: 1, shortAbandonMs: 5000 }], house: 'of-all-calls', mixed: false, total, rows,
    definitions: Object.entries(FORMULAS).map(([name, formula]) => ({ name, version: 1, validFromMs: 0, validToMs: null, formula })),
  };
}
