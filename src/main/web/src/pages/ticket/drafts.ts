import { api } from '../../api/client';
import { ApiProblem } from '../../api/problem';

const PREFIX = 'halfminute.draft.';

/**
 * Notes that are written but not yet saved, by ticket. They live as long as this tab, so that a reload or a lost line costs
 * nothing, and go when the person signs off.
 */
export const drafts = {
  of: (ticket: number): string => sessionStorage.getItem(PREFIX + ticket) ?? '',

  keep(ticket: number, text: string): void {
    if (text === '') sessionStorage.removeItem(PREFIX + ticket);
    else sessionStorage.setItem(PREFIX + ticket, text);
  },

  /**
   * Saves the draft as a note of the ticket. Kept when that fails, and also what was written while it was being saved.
   *
   * @param callId the call during which it was written, if any
   */
  async save(ticket: number, callId?: string): Promise<void> {
    const text = drafts.of(ticket);
    if (text.trim() === '') return;
    await api.addNote(ticket, { text: text.trim(), ...(callId ? { callId } : {}) });
    const present = drafts.of(ticket);
    drafts.keep(ticket, present.startsWith(text) ? present.slice(text.length).trimStart() : present);
  },

  /** Saves all, as far as that is possible. */
  async saveAll(): Promise<void> {
    for (const ticket of tickets()) {
      await drafts.save(ticket).catch((problem: unknown) => {
        if (!(problem instanceof ApiProblem)) throw problem;
      });
    }
  },

  clear(): void {
    for (const ticket of tickets()) drafts.keep(ticket, '');
  },
};

function tickets(): number[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).map((key) => Number(key.slice(PREFIX.length)));
}
