/** Samples kept; with one a second, half a minute. */
const KEPT = 30;

/**
 * The server's clock as seen from here. Each message says when the server made it; the way to us only ever makes it look
 * older, so of the last samples the one that came fastest is the nearest to the truth.
 */
export class ClockOffset {
  #samples: number[] = [];

  /** @param serverMs when the server made the message @param localMs when it arrived, by any steady clock of ours */
  observe(serverMs: number, localMs: number): void {
    this.#samples = [...this.#samples.slice(1 - KEPT), serverMs - localMs];
  }

  /** The server's time at the local moment, or null before the first message. */
  at(localMs: number): number | null {
    return this.#samples.length === 0 ? null : localMs + Math.max(...this.#samples);
  }

  /** After a pause in which clocks may have drifted or the machine slept. */
  forget(): void {
    this.#samples = [];
  }
}
