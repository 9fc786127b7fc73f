import { describe, expect, it } from 'vitest';
import type { BoardAgent, BoardState } from '../../src/api/types';
import { freshnessOf } from '../../src/pages/board/freshness';
import { bandFor, CALL_ROW, shownAgents, split, waitingRows } from '../../src/pages/board/layout';
import { atWork, countByState } from '../../src/pages/board/order';

const agent = (id: string, state: BoardAgent['state'], sinceMs = 0): BoardAgent => ({
  agent: id, name: id, team: null, state, reason: '', sinceMs, untilMs: 0, wish: null, call: null, phoneReachable: true, phoneInUse: false,
});

describe('the room on the wallboard', () => {
  it.each([0, 1, 8, 15, 24, 40, 60, 64, 200])('with %i agents there is room for at least three waiting calls', (agents) => {
    const band = bandFor(agents);
    expect(waitingRows(band)).toBeGreaterThanOrEqual(3);
    expect(waitingRows(band) * CALL_ROW + band.rows * band.rowHeight).toBeLessThan(1080);
  });

  it.each([1, 8, 9, 24, 41, 64])('all of %i agents are shown', (agents) => {
    expect(shownAgents(agents, bandFor(agents))).toEqual({ shown: agents, more: 0 });
  });

  it('more than sixty-four agents are counted in the last place', () => {
    expect(shownAgents(70, bandFor(70))).toEqual({ shown: 63, more: 7 });
  });

  it.each([2, 8, 24, 64])('names of %i agents are at least 26 units high', (agents) => expect(bandFor(agents).fontSize).toBeGreaterThanOrEqual(26));

  it('calls beyond the rows become marks, and none is lost', () => {
    expect(split([1, 2, 3], 3)).toEqual({ rows: [1, 2, 3], marks: [] });
    expect(split([1, 2, 3, 4], 3)).toEqual({ rows: [1, 2], marks: [3, 4] });
  });
});

describe('the agents on the wallboard', () => {
  it('stand by state, in each the longest first, without those who are signed out', () => {
    const shown = atWork([agent('a', 'paused'), agent('b', 'ready', 20), agent('c', 'signed-out'), agent('d', 'ready', 10), agent('e', 'on-call')]);
    expect(shown.map((each) => each.agent)).toEqual(['d', 'b', 'e', 'a']);
  });

  it('count as ringing from the moment they are chosen', () => {
    expect(countByState([agent('a', 'reserved'), agent('b', 'ringing'), agent('c', 'signed-out')]).ringing).toBe(2);
  });
});

describe('the age of the data', () => {
  const board = (atMs: number, up = true) => ({ atMs, link: { up, why: up ? '' : 'refused' } }) as BoardState;

  it('raises the alarm after five seconds', () => {
    expect(freshnessOf(board(1000), 6000)).toEqual({ is: 'fresh', ageMs: 5000 });
    expect(freshnessOf(board(1000), 6001)).toEqual({ is: 'stale', ageMs: 5001 });
  });

  it('raises the alarm when the PBX cannot be heard', () => {
    expect(freshnessOf(board(1000, false), 1500)).toEqual({ is: 'link-down', ageMs: 500, why: 'refused' });
  });

  it('is never negative, and there may be none yet', () => {
    expect(freshnessOf(board(1000), 900)).toEqual({ is: 'fresh', ageMs: 0 });
    expect(freshnessOf(null, 900)).toEqual({ is: 'none' });
  });
});
