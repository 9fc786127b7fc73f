import { api } from '../api/client';
import type { Brand, PauseReason } from '../api/types';
import { live } from '../live/live.svelte';
import { speech } from '../words/words.svelte';
import { wordFor } from '../words/catalogue';

/** Names for the ids that calls and tickets carry. What cannot be had stands for itself. */
class Reference {
  brands: Brand[] = $state.raw([]);
  pauseReasons: PauseReason[] = $state.raw([]);
  #agents: Readonly<Record<string, string>> = $state.raw({});

  /** Asked anew at each sign-in; a failure only costs names. */
  load(): void {
    api.brands().then(({ items }) => (this.brands = items)).catch(() => {});
    api.pauseReasons().then(({ items }) => (this.pauseReasons = items)).catch(() => {});
    api.agents().then(({ items }) => (this.#agents = Object.fromEntries(items.map((agent) => [agent.agent, agent.name])))).catch(() => {});
  }

  brand(id: string | null): string {
    return this.brands.find((brand) => brand.brand === id)?.name ?? id ?? '';
  }

  agent(id: string | null): string {
    return id === null ? '' : (this.#agents[id] ?? id);
  }

  queue(id: string | null): string {
    return live.board?.queues.find((queue) => queue.queue === id)?.name ?? id ?? '';
  }

  /** A pause reason: the configuration's label, else the pages' own word, else its code. */
  reason(code: string): string {
    const labels = this.pauseReasons.find((reason) => reason.code === code)?.labels ?? {};
    return labels[speech.language] ?? wordFor(speech.words.reason, code);
  }
}

export const reference = new Reference();
