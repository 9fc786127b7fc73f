import type { BoardState } from '../../api/types';
import type { Catalogue } from '../../words/catalogue';

/** The definitions that the board can say in each language. */
const OURS = ['of-all-calls'];

/** How the service level is counted, in words; one that the pages do not know is shown as the server wrote it. */
export function definitionOf(definition: BoardState['totals']['definition'], targetMs: number, words: Catalogue['board']): string {
  return OURS.includes(definition.name) ? words.definition(Math.round(targetMs / 1000)) : definition.formula;
}
