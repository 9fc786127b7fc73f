import type { LiveMessage, Topic } from '../api/types';
import { backoffMs } from './backoff';

/** The part of a WebSocket that is used. */
export interface Wire {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

/** What the connection needs from outside; a test has its own. */
export interface Surroundings {
  connect(): Wire;
  /** Runs it later; the answer cancels it. */
  later(run: () => void, ms: number): () => void;
  chance(): number;
}

export interface Listener {
  received(message: LiveMessage): void;
  opened(): void;
  /** @param retryMs until the next try */
  lost(retryMs: number): void;
  /** The session is over; there will be no further try. */
  signedOut(): void;
}

/** The server's close code for: not signed in, or no longer. */
const NOT_SIGNED_IN = 4401;
/** A line that says nothing for so long is taken for dead; the server sends the wallboard about once a second. */
const SILENCE_MS = 15_000;

/**
 * Keeps one WebSocket to `/events` and comes back when it breaks, waiting longer each time.
 * States: closed (before `start`, after `stop`), connecting, open, waiting for the next try.
 */
export class Connection {
  #wire: Wire | null = null;
  #topics: Topic[] = [];
  #open = false;
  #failed = 0;
  #cancelTimer: () => void = () => {};

  constructor(private readonly around: Surroundings, private readonly listener: Listener) {}

  /** Says which topics are wanted from now on. */
  subscribe(topics: readonly Topic[]): void {
    this.#topics = [...topics];
    if (this.#wire && this.#open) this.#sendTopics(this.#wire);
  }

  start(): void {
    this.stop();
    const wire = this.around.connect();
    this.#wire = wire;
    wire.onopen = () => this.#opened(wire);
    wire.onmessage = (event) => this.#received(event.data);
    wire.onclose = (event) => this.#closed(event.code);
    this.#expectWords();
  }

  /** Ends it without another try. */
  stop(): void {
    this.#cancelTimer();
    const wire = this.#wire;
    this.#wire = null;
    this.#open = false;
    if (!wire) return;
    wire.onopen = wire.onmessage = wire.onclose = null;
    wire.close();
  }

  #opened(wire: Wire): void {
    this.#open = true;
    this.#failed = 0;
    this.#sendTopics(wire);
    this.listener.opened();
  }

  #sendTopics(wire: Wire): void {
    wire.send(JSON.stringify({ subscribe: this.#topics }));
  }

  #received(text: unknown): void {
    this.#expectWords();
    this.listener.received(JSON.parse(String(text)) as LiveMessage);
  }

  #expectWords(): void {
    this.#cancelTimer();
    this.#cancelTimer = this.around.later(() => this.#closed(0), SILENCE_MS);
  }

  #closed(code: number): void {
    this.stop();
    if (code === NOT_SIGNED_IN) return this.listener.signedOut();
    this.#failed += 1;
    const retryMs = backoffMs(this.#failed, this.around.chance());
    this.#cancelTimer = this.around.later(() => this.start(), retryMs);
    this.listener.lost(retryMs);
  }
}
