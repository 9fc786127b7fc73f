import { api } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { Session } from '../api/types';
import { live } from '../live/live.svelte';
import { drafts } from '../pages/ticket/drafts';

type Standing = { is: 'unknown' } | { is: 'out' } | { is: 'in'; who: Session };

/** Who is signed in at this browser. */
class Sessions {
  standing: Standing = $state.raw({ is: 'unknown' });

  get who(): Session | null {
    return this.standing.is === 'in' ? this.standing.who : null;
  }

  get supervises(): boolean {
    return this.who?.role === 'supervisor';
  }

  /** Asks the server once at the start. When it cannot be asked, that is thrown and the standing stays unknown. */
  async find(): Promise<void> {
    try {
      this.#enter(await api.session());
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.code !== 'unauthenticated') throw problem;
      this.lost();
    }
  }

  async signIn(name: string, password: string): Promise<void> {
    this.#enter(await api.signIn(name, password));
  }

  /** Ends the session of this browser; the agent stays in the state that he is in. */
  async signOff(): Promise<void> {
    await drafts.saveAll();
    try {
      await api.signOff();
    } finally {
      this.lost();
    }
  }

  /** The server knows the session no more. */
  lost(): void {
    live.stop();
    drafts.clear();
    this.standing = { is: 'out' };
  }

  #enter(who: Session): void {
    this.standing = { is: 'in', who };
    live.start(() => this.lost());
  }
}

export const session = new Sessions();
