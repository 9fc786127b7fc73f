import { expect, test } from 'vitest';
import { dayStart, hourThere } from '../../src/format/zone';
import { heat, percentOf } from '../../src/pages/report/levels';

test('a day begins at the hotline’s midnight, wherever the browser is', () => {
  const noon = Date.UTC(2026, 10, 22, 4);
  expect(new Date(dayStart(noon, 'Asia/Shanghai')).toISOString()).toBe('2026-11-21T16:00:00.000Z');
  expect(new Date(dayStart(noon, 'Asia/Shanghai', 7)).toISOString()).toBe('2026-11-14T16:00:00.000Z');
});

test('a day in which clocks are put back has 25 hours, and one hour comes twice', () => {
  const berlin = 'Europe/Berlin';
  const noon = Date.UTC(2026, 9, 25, 12);
  expect(dayStart(noon, berlin, -1) - dayStart(noon, berlin)).toBe(25 * 3_600_000);
  expect(hourThere(Date.UTC(2026, 9, 25, 0), berlin)).toBe(hourThere(Date.UTC(2026, 9, 25, 1), berlin));
});

test('a hundred per cent is said only when all were in time', () => {
  expect(percentOf(0.99999)).toBe('99.9');
  expect(percentOf(1)).toBe('100');
  expect(percentOf(null)).toBe('–');
});

test('an hour without calls has no colour', () => {
  expect(heat(null)).toBe(0);
  expect(heat(1)).toBe(0);
  expect(heat(0.3)).toBe(60);
});
