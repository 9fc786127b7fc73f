import { api } from '../../api/client';
import type { CallContext } from '../../api/types';
import { TicketEdit } from '../ticket/edit.svelte';

/** The ticket is opened within two seconds of the call's arrival; after so many tries something is wrong. */
const MOST_TRIES = 20;
const AGAIN_MS = 700;

/** The ticket and the history of the customer whose call is at the desk. */
export class CustomerContext {
  context: CallContext | null = $state.raw(null);
  edit: TicketEdit | null = $state.raw(null);
  trouble: unknown = $state.raw(null);
  #call: string | null = null;
  #ticket: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly now: () => number) {}

  /**
   * Fetches what belongs to the call, unless it is there already.
   *
   * @param ticket the number of its ticket as far as the desk knows it; when it becomes known, one asks again at once
   */
  follow(call: string | null, ticket: number | null): void {
    if (call === this.#call && ticket === this.#ticket) return;
    if (call !== this.#call) this.#forget();
    this.#call = call;
    this.#ticket = ticket;
    if (call && !(this.edit && this.edit.ticket.number === ticket)) void this.#fetch(call, MOST_TRIES);
  }

  retry(): void {
    this.trouble = null;
    if (this.#call) void this.#fetch(this.#call, MOST_TRIES);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.context = null;
    this.edit = null;
    this.trouble = null;
  }

  async #fetch(call: string, tries: number): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const found = await api.context(call);
      if (call !== this.#call) return;
      this.context = found;
      if (found.ticket) this.edit = new TicketEdit(found.ticket, this.now, call);
      else if (tries > 1) this.#timer = setTimeout(() => void this.#fetch(call, tries - 1), AGAIN_MS);
    } catch (problem) {
      if (call === this.#call) this.trouble = problem;
    }
  }
}
