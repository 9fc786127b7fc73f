import type { Decision } from '../../api/types';
import { type Catalogue, wordFor } from '../../words/catalogue';

/**
 * Why an agent was left out, in words. The server's detail is short and for machines: a state's name, `english 0 < 2` (the
 * skill, his level, the least), or a time in milliseconds; one of another form is shown as it is.
 */
export function whyNot(left: Decision['leftOut'][number], words: Catalogue, timeOf: (ms: number) => string): string {
  const plain = words.calls.why[left.why];
  if (left.detail === '') return plain;
  if (left.why === 'not-ready') return wordFor(words.state, left.detail.toLowerCase().replaceAll('_', '-'));
  const skill = /^(\S+) (\d+) < (\d+)$/.exec(left.detail);
  if (left.why === 'skill' && skill) return words.calls.skillShort(skill[1]!, skill[2]!, skill[3]!);
  if (left.why === 'resting' && /^\d{13}$/.test(left.detail)) return words.calls.restingUntil(timeOf(Number(left.detail)));
  return `${plain}: ${left.detail}`;
}
