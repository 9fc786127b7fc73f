import { api } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { TicketChange, TicketDetail } from '../../api/types';
import { drafts } from './drafts';

type Wish = Omit<TicketChange, 'version'>;

/** One ticket being worked on: changes go out one after another, each on the version that the one before made. */
export class TicketEdit {
  ticket: TicketDetail = $state.raw() as TicketDetail;
  saving = $state(false);
  savedAtMs: number | null = $state(null);
  trouble: unknown = $state.raw(null);
  /** Somebody else changed it meanwhile, and this is now his version. */
  overtaken = $state(false);
  #line: Promise<void> = Promise.resolve();

  /** @param callId the call at the desk, when there is one; notes are written during it */
  constructor(ticket: TicketDetail, private readonly now: () => number, private readonly callId?: string) {
    this.ticket = ticket;
  }

  change(wish: Wish): Promise<void> {
    return this.#inLine(async () => {
      this.ticket = await api.changeTicket(this.ticket.number, { ...wish, version: this.ticket.version });
    });
  }

  saveNote(): Promise<void> {
    return this.#inLine(async () => {
      await drafts.save(this.ticket.number, this.callId);
      await this.#reload();
    });
  }

  /** Saves what is written when the form goes away. If that fails, the draft stays and is there again with the ticket. */
  leave(): void {
    void drafts.save(this.ticket.number, this.callId).catch(() => {});
  }

  #inLine(work: () => Promise<void>): Promise<void> {
    this.#line = this.#line.then(() => this.#try(work));
    return this.#line;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.saving = true;
    this.trouble = null;
    this.overtaken = false;
    try {
      await work();
      this.savedAtMs = this.now();
    } catch (problem) {
      await this.#failed(problem);
    } finally {
      this.saving = false;
    }
  }

  async #failed(problem: unknown): Promise<void> {
    if (!(problem instanceof ApiProblem) || problem.code !== 'version-conflict') {
      this.trouble = problem;
      return;
    }
    this.overtaken = true;
    await this.#reload().catch((second: unknown) => (this.trouble = second));
  }

  async #reload(): Promise<void> {
    this.ticket = await api.ticket(this.ticket.number);
  }
}
