import { describe, expect, it } from 'vitest';
import type { LateReason, SearchStep } from '../../src/api/types';
import { scaleOf, tickStep } from '../../src/pages/call/scale';
import { lateWords } from '../../src/pages/call/lateWords';
import { stepWords } from '../../src/pages/call/stepWords';
import { whyNot } from '../../src/pages/call/whyNot';
import { fromOf } from '../../src/pages/period';
import { routeOf } from '../../src/shell/routes';
import { queryOf } from '../../src/api/client';
import { en } from '../../src/words/en';
import { zh } from '../../src/words/zh';

const stretch = (kind: 'waiting' | 'talking', fromMs: number, toMs: number | null) => ({ kind, fromMs, toMs, agent: null, cause: null });

describe("a call's time line", () => {
  it('is drawn to scale', () => {
    const scale = scaleOf({ arrivedMs: 1000, deadlineMs: 31_000, timeline: [stretch('waiting', 1000, 11_000), stretch('talking', 11_000, 101_000)] }, 0);
    expect(scale.segments.map(({ start, width }) => [start, width])).toEqual([[0, 0.1], [0.1, 0.9]]);
    expect(scale.deadline).toBe(0.3);
  });

  it('reaches up to the deadline when the caller gave up before', () => {
    const scale = scaleOf({ arrivedMs: 0, deadlineMs: 30_000, timeline: [stretch('waiting', 0, 15_000)] }, 0);
    expect([scale.segments[0]!.width, scale.deadline]).toEqual([0.5, 1]);
  });

  it('grows while the call goes on', () => {
    const scale = scaleOf({ arrivedMs: 0, deadlineMs: 30_000, timeline: [stretch('talking', 0, null)] }, 60_000);
    expect(scale.segments[0]!.lengthMs).toBe(60_000);
  });

  it('has at most a dozen marks, at round times', () => {
    expect([tickStep(30_000), tickStep(126_000), tickStep(3_600_000)]).toEqual([5_000, 15_000, 300_000]);
  });
});

describe('why an agent was left out', () => {
  const why = (reason: Parameters<typeof whyNot>[0]['why'], detail: string) => whyNot({ agent: 'a', why: reason, detail }, zh, (ms) => `<${ms}>`);

  it('names the state, the skill or the time in the language of the page', () => {
    expect(why('not-ready', 'WRAP_UP')).toBe('整理');
    expect(why('skill', 'english 0 < 2')).toBe('技能不符：english 0 级，至少需 2 级');
    expect(why('resting', '1763782345123')).toBe('未接后暂缓至 <1763782345123>');
    expect(why('phone-in-use', '')).toBe('话机占用');
  });

  it('shows a detail of another form as it is', () => expect(why('skill', 'something else')).toBe('技能不符: something else'));
});

describe('how an agent was looked for', () => {
  const said = (step: SearchStep) => [zh, en].map((words) => stepWords(step, words, (agent) => `<${agent}>`, (ms) => `@${ms}`));

  it('names the ring and why it opened', () => {
    expect(said({ kind: 'ring-opened', atMs: 1, ring: 'least', why: 'time-left' }))
      .toEqual(['扩至“least”：剩余时间刚够其坐席接听', 'Ring “least” opened: just time enough left for its agents']);
  });

  it('tells what is needed from what is liked', () => {
    const skills = [{ skill: 'english', least: 2, wanted: 4 }, { skill: 'shoes', least: null, wanted: 3 }];
    expect(said({ kind: 'asked-for-more', atMs: 1, skills }))
      .toEqual(['另外要求：english 2 级以上、最好有 shoes 3 级', 'Asked for more: english 2 or better, shoes 3 if possible']);
  });

  it('says whom the caller waited for, until when, and why no longer', () => {
    expect(said({ kind: 'agent-named', atMs: 1, agent: '1001', untilMs: 9 })[1])
      .toBe('<1001> knows the case; the caller waits for that agent until @9 at most');
    expect(said({ kind: 'name-dropped', atMs: 1, agent: '1001', why: 'time-over' }))
      .toEqual(['不等 <1001>：等候时间已到', 'Not <1001> after all: waited for long enough']);
  });
});

describe('why a call was late', () => {
  const reason = (cause: LateReason['cause'], detail: string): LateReason => ({
    cause, costMs: 7_500, parts: [{ agent: '1001', ms: 7_500, what: '' }], skill: null, level: null, agents: 1, calls: 0, aheadMs: 0, withinMs: null, saves: true, detail,
  });
  const said = (cause: LateReason['cause'], detail = '') => [zh, en].map((words) => lateWords(reason(cause, detail), words, (agent) => `<${agent}>`));

  it('names the ring that was not open yet', () => {
    expect(said('ring-opened-late', 'least').map((words) => words.what))
      .toEqual(['“least”范围内有坐席空闲，但当时尚未扩至该范围。', 'Agents of ring “least” were free before it opened.']);
    expect(said('ring-opened-late')[1]!.what).toBe('Agents were free whom the call did not ask for yet.');
  });

  it('names whom the caller waited for', () => {
    expect(said('named-agent-waited').map((words) => [words.parts, words.saved]))
      .toEqual([[['<1001> 7.5 秒'], '不等 <1001>'], [['<1001> 7.5 s'], 'not waiting for <1001>']]);
  });
});

describe('addresses', () => {
  it.each([
    ['/', { page: 'home' }], ['/desk', { page: 'desk' }], ['/desk/', { page: 'desk' }], ['/calls/1763782345.12', { page: 'call', id: '1763782345.12' }],
    ['/tickets/1024', { page: 'ticket', number: 1024 }], ['/tickets/0', { page: 'unknown' }], ['/tickets/x', { page: 'unknown' }],
    ['/constructor', { page: 'unknown' }], ['/calls/%E0%A4%A', { page: 'call', id: '%E0%A4%A' }],
  ])('%s leads to its page', (path, route) => expect(routeOf(path)).toEqual(route));

  it('a search leaves out what is empty and escapes the rest', () => {
    expect(queryOf({ q: 'a&b=c', end: '', from: 0, agent: undefined })).toBe('?q=a%26b%3Dc&from=0');
    expect(queryOf({})).toBe('');
  });
});

describe('periods', () => {
  it('begin at a midnight, so that today is one of their days', () => {
    const now = new Date(2026, 10, 21, 14, 5).getTime();
    expect(fromOf('today', now)).toBe(new Date(2026, 10, 21).getTime());
    expect(fromOf('week', now)).toBe(new Date(2026, 10, 15).getTime());
    expect(fromOf('all', now)).toBeUndefined();
  });
});
