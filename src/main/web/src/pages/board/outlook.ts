import type { BoardState } from '../../api/types';
import { percent } from '../../format/share';
import type { Catalogue } from '../../words/catalogue';

type Outlook = BoardState['forecast'];
type Words = Catalogue['board'];

/** An older forecast is none. */
const FRESH_MS = 60_000;

/** How many minutes it looks ahead; a quarter of an hour before the first. */
export function minutesAhead(outlook: Outlook): number {
  return outlook.atMs === 0 ? 15 : Math.round((outlook.untilMs - outlook.atMs) / 60_000);
}

/** Whether the forecast is of this moment and rests on enough. */
export function isSure(outlook: Outlook, nowMs: number): boolean {
  return outlook.status === 'ready' && nowMs - outlook.atMs <= FRESH_MS;
}

/** What stands below the figure: of which minutes it is, or why it is not to be relied on. */
export function outlookWord(outlook: Outlook, nowMs: number, words: Words): string {
  if (outlook.status !== 'ready') return words.unsure[outlook.status];
  return isSure(outlook, nowMs) ? words.next(minutesAhead(outlook)) : words.unsure['not-yet'];
}

/** What would help, as an order that can be carried out; null when nothing has to be done. */
export function adviceOf(board: BoardState, nowMs: number, words: Words, reasonOf: (code: string) => string): string | null {
  const { advice } = board.forecast;
  if (!advice || !isSure(board.forecast, nowMs)) return null;
  return `${act(advice, board, words, reasonOf)} ${words.lifts(percent(advice.share))}`;
}

function act(advice: NonNullable<Outlook['advice']>, board: BoardState, words: Words, reasonOf: (code: string) => string): string {
  switch (advice.act) {
    case 'end-wrap-ups':
      return words.act['end-wrap-ups'](advice.agents ?? 1);
    case 'call-back':
      return words.act['call-back'](advice.agents ?? 1, reasonOf(advice.reason ?? ''));
    case 'open-ring':
      return words.act['open-ring'](board.queues.find((queue) => queue.queue === advice.queue)?.name ?? advice.queue ?? '', advice.ring ?? '');
    case 'offer-callbacks':
      return words.act['offer-callbacks'];
  }
}

/** When a waiting call is expected to be answered, in words; null when that has not been foretold. */
export function answerWord(answerMs: number | null | undefined, nowMs: number, words: Words): string | null {
  if (answerMs === null || answerMs === undefined) return null;
  const seconds = Math.ceil((answerMs - nowMs) / 1000);
  return seconds <= 2 ? words.anyMoment : words.answerIn(seconds <= 10 ? seconds : Math.ceil(seconds / 5) * 5);
}
