import { describe, expect, it } from 'vitest';
import type { BoardState } from '../../src/api/types';
import { adviceOf, answerWord, outlookWord } from '../../src/pages/board/outlook';
import { en } from '../../src/words/en';
import { zh } from '../../src/words/zh';

const advice = { act: 'call-back', agents: 2, reason: 'meal', queue: null, ring: null, share: 0.915, lift: 0.2 };
const board = (forecast: object) =>
  ({ queues: [{ queue: 'a', name: 'Shop A' }], forecast: { atMs: 1000, untilMs: 901_000, status: 'ready', share: 0.7, advice, ...forecast } }) as unknown as BoardState;

describe('the forecast on the wallboard', () => {
  it('says for which minutes it is', () => {
    expect(outlookWord(board({}).forecast, 2000, en.board)).toBe('next 15 min');
    expect(outlookWord(board({ status: 'learning' }).forecast, 2000, zh.board)).toBe('学习中');
  });

  it('says what would help as an order with what it brings', () => {
    expect(adviceOf(board({}), 2000, en.board, () => 'Meal')).toBe('Call 2 back (Meal) →\u00a091%');
    const ring = { ...advice, act: 'open-ring', queue: 'a', ring: 'all' };
    expect(adviceOf(board({ advice: ring }), 2000, en.board, () => '')).toContain('Shop A: open ring “all”');
  });

  it('gives no old advice', () => {
    expect(adviceOf(board({}), 70_000, en.board, () => 'Meal')).toBeNull();
    expect(adviceOf(board({ advice: null }), 2000, en.board, () => '')).toBeNull();
  });

  it('tells when a call is answered in steps that do not flicker', () => {
    expect(answerWord(13_200, 1000, en.board)).toBe('in about 15 s');
    expect(answerWord(1500, 1000, en.board)).toBe('any moment');
    expect(answerWord(null, 1000, en.board)).toBeNull();
  });
});
