import type { BoardState, DeskState, LiveMessage, Topic } from '../api/types';
import { type Listener, Connection, type Surroundings, type Wire } from './connection';
import { ClockOffset } from './offset';

/** How often what counts seconds is drawn anew. */
const TICK_MS = 200;

type Status = { is: 'connecting' } | { is: 'open' } | { is: 'lost'; retryAtMs: number };

const browser: Surroundings = {
  connect: () => new WebSocket(new URL('/events', location.href.replace(/^http/, 'ws'))) as Wire,
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  chance: () => Math.random(),
};

/** What the server says is happening now, and the server's clock. All that the pages show of seconds comes from here. */
class Live implements Listener {
  board: BoardState | null = $state.raw(null);
  desk: DeskState | null = $state.raw(null);
  status: Status = $state.raw({ is: 'connecting' });
  /** This machine's steady clock, drawn anew a few times a second. */
  #tick = $state(performance.now());
  #samples = $state(0);
  #clock = new ClockOffset();
  #wanted = new Map<object, readonly Topic[]>();
  #connection = new Connection(browser, this);
  #ticking: ReturnType<typeof setInterval> | undefined;
  #whenSignedOut = () => {};

  /** The server's present time, in whole milliseconds as the server counts; before its first message this machine's own. */
  get nowMs(): number {
    void this.#samples;
    return Math.floor(this.#clock.at(this.#tick) ?? performance.timeOrigin + this.#tick);
  }

  /** Seconds until the next try to connect. */
  get retrySeconds(): number {
    return this.status.is === 'lost' ? Math.max(0, Math.ceil((this.status.retryAtMs - this.#tick) / 1000)) : 0;
  }

  start(whenSignedOut: () => void): void {
    this.#whenSignedOut = whenSignedOut;
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => (this.#tick = performance.now()), TICK_MS);
    this.tryNow();
  }

  tryNow(): void {
    this.status = { is: 'connecting' };
    this.#connection.start();
  }

  stop(): void {
    clearInterval(this.#ticking);
    this.#connection.stop();
    this.board = null;
    this.desk = null;
    this.#clock.forget();
  }

  /** Asks for topics; the answer gives them up again. What any part of the page wants is subscribed. */
  want(topics: readonly Topic[]): () => void {
    const key = {};
    this.#wanted.set(key, topics);
    this.#subscribe();
    return () => {
      this.#wanted.delete(key);
      this.#subscribe();
    };
  }

  #subscribe(): void {
    this.#connection.subscribe([...new Set([...this.#wanted.values()].flat())]);
  }

  received(message: LiveMessage): void {
    this.#tick = performance.now();
    this.#clock.observe(message.data.atMs, this.#tick);
    this.#samples += 1;
    if (message.topic === 'wallboard') this.board = message.data;
    else this.desk = message.data;
  }

  opened(): void {
    this.#clock.forget();
    this.status = { is: 'open' };
  }

  lost(retryMs: number): void {
    this.status = { is: 'lost', retryAtMs: performance.now() + retryMs };
  }

  signedOut(): void {
    this.stop();
    this.#whenSignedOut();
  }
}

export const live = new Live();
