import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveMessage } from '../../src/api/types';
import { backoffMs } from '../../src/live/backoff';
import { Connection, type Wire } from '../../src/live/connection';
import { ClockOffset } from '../../src/live/offset';

/** A WebSocket that does what the test says. */
class FakeWire implements Wire {
  onopen: Wire['onopen'] = null;
  onmessage: Wire['onmessage'] = null;
  onclose: Wire['onclose'] = null;
  sent: unknown[] = [];
  closed = false;
  send = (text: string) => void this.sent.push(JSON.parse(text));
  close = () => void (this.closed = true);
}

/** Timers that run when the test says. */
class FakeTime {
  due: { run: () => void; ms: number }[] = [];
  later = (run: () => void, ms: number) => {
    const timer = { run, ms };
    this.due.push(timer);
    return () => void (this.due = this.due.filter((each) => each !== timer));
  };
  runOnly() {
    expect(this.due).toHaveLength(1);
    this.due.pop()!.run();
  }
}

let wires: FakeWire[];
let time: FakeTime;
let told: string[];
let connection: Connection;
const wire = () => wires.at(-1)!;

beforeEach(() => {
  [wires, time, told] = [[], new FakeTime(), []];
  const connect = () => {
    wires.push(new FakeWire());
    return wire();
  };
  connection = new Connection({ connect, later: time.later, chance: () => 0.5 }, {
    received: (message: LiveMessage) => told.push(message.topic),
    opened: () => told.push('opened'),
    lost: (retryMs) => told.push(`lost ${retryMs}`),
    signedOut: () => told.push('signed out'),
  });
});

describe('the live connection', () => {
  it('asks for its topics when it opens, and again when they change', () => {
    connection.subscribe(['wallboard']);
    connection.start();
    expect(wire().sent).toEqual([]);
    wire().onopen!();
    connection.subscribe(['wallboard', 'desk']);
    expect(wire().sent).toEqual([{ subscribe: ['wallboard'] }, { subscribe: ['wallboard', 'desk'] }]);
  });

  it('passes on what it hears', () => {
    connection.start();
    wire().onopen!();
    wire().onmessage!({ data: '{"topic":"wallboard","data":{"atMs":1}}' });
    expect(told).toEqual(['opened', 'wallboard']);
  });

  it('comes back after it broke, later each time, and says when', () => {
    connection.start();
    for (let time_ = 0; time_ < 3; time_++) {
      wire().onclose!({ code: 1006 });
      time.runOnly();
    }
    expect(told).toEqual(['lost 500', 'lost 1000', 'lost 2000']);
    expect(wires).toHaveLength(4);
  });

  it('starts with the shortest wait again once it was open', () => {
    connection.start();
    wire().onclose!({ code: 1006 });
    time.runOnly();
    wire().onopen!();
    wire().onclose!({ code: 1001 });
    expect(told).toEqual(['lost 500', 'opened', 'lost 500']);
  });

  it('takes a line that says nothing for dead', () => {
    connection.start();
    wire().onopen!();
    const silent = wire();
    time.runOnly();
    expect(silent.closed).toBe(true);
    expect(told).toEqual(['opened', 'lost 500']);
  });

  it('does not come back when the session is over', () => {
    connection.start();
    wire().onclose!({ code: 4401 });
    expect(told).toEqual(['signed out']);
    expect(time.due).toEqual([]);
  });

  it('hears nothing more of a line that it has given up', () => {
    connection.start();
    const first = wire();
    connection.stop();
    expect([first.onopen, first.onmessage, first.onclose]).toEqual([null, null, null]);
    expect(time.due).toEqual([]);
  });
});

describe('the wait before the next try', () => {
  it('doubles up to ten seconds and is spread by three tenths', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((failed) => backoffMs(failed, 0.5))).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
    expect([backoffMs(1, 0), backoffMs(1, 1)]).toEqual([350, 650]);
  });
});

describe("the server's clock", () => {
  it('is unknown before the first message', () => expect(new ClockOffset().at(5)).toBeNull());

  it('follows the message that came fastest', () => {
    const clock = new ClockOffset();
    clock.observe(1_000_000, 500);
    clock.observe(1_001_000, 1_900);
    expect(clock.at(2_000)).toBe(1_001_500);
  });

  it('forgets samples that are old, so that a clock that was set is followed', () => {
    const clock = new ClockOffset();
    clock.observe(9_000_000, 0);
    for (let second = 1; second <= 30; second++) clock.observe(second * 1000, second * 1000);
    expect(clock.at(40_000)).toBe(40_000);
  });
});
