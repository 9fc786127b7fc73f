import { describe, expect, it } from 'vitest';
import { countdown, length, secondsLeft, stretch } from '../../src/format/duration';
import { midnight, moment } from '../../src/format/moment';
import { percent } from '../../src/format/share';
import { shareLeft, urgencyOf } from '../../src/format/urgency';

describe('durations', () => {
  it.each([[-5, '0:00'], [0, '0:00'], [7_999, '0:07'], [754_000, '12:34'], [3_723_000, '1:02:03']])('%i ms is the stretch %s', (ms, text) => {
    expect(stretch(ms)).toBe(text);
  });

  it.each([[30_000, 30], [29_001, 30], [1, 1], [0, 0], [-1, 0], [-999, 0], [-1_000, -1], [-12_500, -12]])(
    '%i ms before the deadline shows %i seconds, and 0 never while there is time', (ms, seconds) => {
      expect(secondsLeft(ms)).toBe(seconds);
      expect(Object.is(secondsLeft(ms), -0)).toBe(false);
    });

  it('a deadline long past is counted in minutes, with a true minus sign', () => {
    expect(countdown(-12_000)).toBe('\u221212');
    expect(countdown(-125_000)).toBe('\u22122:05');
    expect(countdown(23_000)).toBe('23');
  });

  it('a short length has a decimal, a long one minutes', () => {
    expect([length(8_440), length(125_000), length(-3)]).toEqual(['8.4 s', '2:05', '0.0 s']);
  });
});

describe('how pressing a call is', () => {
  it.each([[30_000, 'calm'], [15_001, 'calm'], [15_000, 'soon'], [6_001, 'soon'], [6_000, 'critical'], [1, 'critical'], [0, 'late'], [-1, 'late']])(
    '%i ms of thirty seconds are %s', (left, urgency) => expect(urgencyOf(left, 30_000)).toBe(urgency));

  it('the bar is never longer than whole nor shorter than nothing', () => {
    expect([shareLeft(40_000, 30_000), shareLeft(15_000, 30_000), shareLeft(-1, 30_000), shareLeft(5, 0)]).toEqual([1, 0.5, 0, 0]);
  });
});

describe('the service level', () => {
  it('is a hundred only when all were in time, and a dash when nobody called', () => {
    expect([percent(1), percent(0.999), percent(0.57), percent(0), percent(null)]).toEqual(['100', '99', '57', '0', '–']);
  });
});

describe('moments', () => {
  const now = new Date(2026, 10, 21, 14, 5, 9).getTime();

  it('today show the time alone, other days the day as well', () => {
    expect(moment(now - 1000, now, 'en-GB')).toBe('14:05:08');
    expect(moment(now - 86_400_000, now, 'en-GB')).toBe('20 Nov 14:05');
    expect(moment(now - 86_400_000, now, 'zh-CN')).toBe('11月20日 14:05');
  });

  it('a day begins at midnight', () => expect(midnight(now)).toBe(new Date(2026, 10, 21).getTime()));
});
