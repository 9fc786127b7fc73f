import type { LateReason } from '../../api/types';
import { type Catalogue, wordFor } from '../../words/catalogue';

/** A reason in words: what happened, who had a part in it, and what would have saved the call. */
export interface LateWords {
  what: string;
  parts: string[];
  saved: string;
}

/** Seconds with one digit where that says more. */
export function seconds(ms: number): string {
  return ms < 10_000 ? (ms / 1000).toFixed(1).replace(/\.0$/, '') : String(Math.round(ms / 1000));
}

/** @param name of an agent, by his id */
export function lateWords(reason: LateReason, words: Catalogue, name: (agent: string) => string): LateWords {
  return { what: what(reason, words), parts: parts(reason, words, name), saved: saved(reason, words, name) };
}

function skillOf(reason: LateReason, words: Catalogue): string {
  return reason.skill === null ? '' : words.late.skill(reason.skill, reason.level ?? 1);
}

function what(reason: LateReason, words: Catalogue): string {
  const say = words.late.what;
  switch (reason.cause) {
    case 'nobody-with-skill':
      return reason.skill === null ? say['nobody-at-all'] : say['nobody-with-skill'](skillOf(reason, words));
    case 'all-busy':
      return say['all-busy'](reason.agents) + (reason.calls > 0 ? ` ${say.inLine(reason.calls, seconds(reason.aheadMs))}` : '');
    case 'queue-order':
      return say['queue-order'](reason.calls);
    case 'pbx-or-link':
      return say['pbx-or-link'] + (reason.detail === '' ? '' : ` ${words.calls.pbxSaid(reason.detail)}`);
    case 'ring-opened-late':
      return reason.detail === '' ? say['ring-opened-late'] : say.ringNotOpen(reason.detail);
    default:
      return say[reason.cause];
  }
}

function parts(reason: LateReason, words: Catalogue, name: (agent: string) => string): string[] {
  const say = words.late.part;
  return reason.parts.map((part) => {
    if (reason.cause === 'wrap-up-long') return say['wrap-up-long'](name(part.agent), seconds(part.ms));
    if (reason.cause === 'on-break') return say['on-break'](name(part.agent), seconds(part.ms), wordFor(words.reason, part.what));
    return say.other(name(part.agent), seconds(part.ms));
  });
}

function saved(reason: LateReason, words: Catalogue, name: (agent: string) => string): string {
  const say = words.late.saved;
  const first = reason.parts.length > 0 ? name(reason.parts[0]!.agent) : '';
  switch (reason.cause) {
    case 'nobody-with-skill':
      return reason.skill === null ? say['nobody-at-all'] : say['nobody-with-skill'](skillOf(reason, words));
    case 'all-busy':
      return say['all-busy'](skillOf(reason, words), reason.calls + 1);
    case 'not-picked-up':
      return reason.withinMs === null ? say['picking-up'] : say['not-picked-up'](seconds(reason.withinMs));
    case 'wrap-up-long':
      return reason.withinMs === null ? say['wrap-up-over'](first) : say['wrap-up-long'](first, seconds(reason.withinMs));
    case 'long-flow':
      return reason.withinMs === null ? say['shorter-flow'] : say['long-flow'](seconds(reason.withinMs));
    case 'on-break':
    case 'phones-unreachable':
    case 'ring-opened-late':
    case 'named-agent-waited':
      return say[reason.cause](first);
    default:
      return say[reason.cause];
  }
}
