/**
 * A hotline that is only played: agents, calls and tickets that move by themselves or at a test's word. It follows the
 * shapes of the API, not the rules of the real machine.
 */
import { agentName, CALLERS, QUEUES, SKILLS } from './people.mjs';

const TARGET_MS = 30_000;
const WRAP_UP_MS = 30_000;

/** Chance from a seed (mulberry32, public domain), so that two runs play the same. */
function chanceFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class World {
  /** @type {any[]} */
  agents = [];
  /** @type {any[]} */
  calls = [];
  /** @type {any[]} */
  tickets = [];
  link = { up: true, why: '' };
  /** @type {any[]} */
  alarms = [];
  /** While false nothing moves by itself. */
  plays = true;
  #nextNumber = 1;
  #nextTicket = 1001;
  #nextArrivalMs = 0;

  /** @param {{agents?: number, seed?: number, signedIn?: boolean}} [options] */
  constructor({ agents = 8, seed = 7, signedIn = true } = {}) {
    this.chance = chanceFrom(seed);
    const now = Date.now();
    for (let index = 0; index < agents; index++) {
      this.agents.push({
        id: String(1001 + index), name: agentName(index), team: index % 2 ? 'late' : 'early',
        skills: SKILLS[index % SKILLS.length], state: signedIn ? 'ready' : 'signed-out', reason: '',
        sinceMs: now - Math.floor(this.chance() * 600_000), untilMs: 0, wish: null, call: null, reachable: true, inUse: false,
        today: { answered: 0, missed: 0, talkMs: 0 },
      });
    }
  }

  agent(id) {
    return this.agents.find((agent) => agent.id === id);
  }

  call(id) {
    return this.calls.find((call) => call.callId === id);
  }

  ticket(number) {
    return this.tickets.find((ticket) => ticket.number === number);
  }

  get waiting() {
    return this.calls.filter((call) => call.endedMs === null && call.answeredMs === null);
  }

  /** A call comes in; its ticket is opened at once. */
  arrive({ caller = CALLERS[this.calls.length % CALLERS.length], queue = QUEUES[this.calls.length % QUEUES.length], agoMs = 0, stage = 'waiting' } = {}) {
    const arrivedMs = Date.now() - agoMs;
    const call = {
      callId: `${Math.floor(arrivedMs / 1000)}.${this.#nextNumber++}`, caller, dialled: queue.dialled, brand: queue.brand, queue: queue.queue,
      queueName: queue.name, creditMs: queue.queue === 'complaints' ? 10_000 : 0, arrivedMs, deadlineMs: arrivedMs + TARGET_MS, stage, agent: null,
      answeredMs: null, endedMs: null, end: null, offers: [], decisions: [], ticket: null,
    };
    this.calls.unshift(call);
    this.calls.sort((a, b) => b.arrivedMs - a.arrivedMs);
    call.ticket = this.#ticketFor(call).number;
    return call;
  }

  #ticketFor(call) {
    const known = call.caller.number && this.tickets.find((each) => each.customer.number === call.caller.number && each.status === 'open' && each.brand === call.brand);
    const ticket = known || {
      number: this.#nextTicket++, brand: call.brand, customer: call.caller, class: 'common', type: null, status: 'open', priority: 'normal',
      openedMs: call.arrivedMs, changedMs: call.arrivedMs, lastCallMs: call.arrivedMs, version: 0, notes: [], callIds: [],
      history: [{ atMs: call.arrivedMs, author: 'halfminute', what: 'opened', from: null, to: null }],
    };
    if (!known) this.tickets.unshift(ticket);
    ticket.callIds.unshift(call.callId);
    ticket.lastCallMs = call.arrivedMs;
    ticket.history.push({ atMs: call.arrivedMs, author: 'halfminute', what: 'call', from: null, to: call.callId });
    return ticket;
  }

  /** An agent's phone rings for a call. */
  ring(agentId, call = this.arrive()) {
    const agent = this.agent(agentId);
    const atMs = Date.now();
    call.stage = 'ringing';
    call.agent = agentId;
    call.offers.push({ offer: call.offers.length + 1, agent: agentId, madeMs: atMs, ringingMs: atMs + 3, endedMs: null, outcome: 'open', cause: null });
    call.decisions.push(this.#decision(call, agentId, atMs));
    this.#to(agent, 'ringing', call);
    return call;
  }

  #decision(call, agentId, atMs) {
    const others = this.agents.filter((agent) => agent.id !== agentId);
    const ready = others.filter((agent) => agent.state === 'ready').slice(0, 3);
    const candidate = (agent, index) => ({ agent: agent.id, tries: 0, shortOf: index, spare: index, standIns: 2, readySinceMs: agent.sinceMs });
    const away = others.filter((agent) => agent.state !== 'ready').map((agent) => ({ agent: agent.id, why: 'not-ready', detail: agent.state.toUpperCase().replace('-', '_') }));
    const unfit = { agent: others.at(-1)?.id ?? agentId, why: 'skill', detail: 'english 0 < 2' };
    return {
      atMs, offer: call.offers.length, agent: agentId, also: [], timeLeftMs: call.deadlineMs - atMs, waiting: this.waiting.length,
      candidates: [this.agent(agentId), ...ready].map(candidate), leftOut: [...away.slice(0, 5), unfit],
    };
  }

  answer(agentId) {
    const agent = this.agent(agentId);
    const atMs = Date.now();
    Object.assign(agent.call, { answeredMs: atMs, stage: 'talking', agent: agentId });
    Object.assign(agent.call.offers.at(-1), { endedMs: atMs, outcome: 'answered' });
    agent.today.answered += 1;
    this.#to(agent, 'on-call', agent.call);
  }

  /** Nobody picks up: the call waits again. */
  miss(agentId) {
    const agent = this.agent(agentId);
    const call = agent.call;
    Object.assign(call.offers.at(-1), { endedMs: Date.now(), outcome: 'no-answer', cause: { reason: 'no-answer', raw: '19 User alerting, no answer' } });
    Object.assign(call, { stage: 'waiting', agent: null });
    agent.today.missed += 1;
    this.#to(agent, 'ready', null);
  }

  hangUp(call) {
    const atMs = Date.now();
    const agent = call.agent && this.agent(call.agent);
    Object.assign(call, { endedMs: atMs, end: call.answeredMs ? 'answered' : 'abandoned', cause: { reason: 'normal', raw: '16 Normal Clearing' } });
    if (!agent) return;
    if (call.answeredMs) {
      agent.today.talkMs += atMs - call.answeredMs;
      this.#to(agent, 'wrap-up', call, WRAP_UP_MS);
    } else {
      Object.assign(call.offers.at(-1), { endedMs: atMs, outcome: 'caller-left' });
      this.#to(agent, 'ready', null);
    }
  }

  /** What an agent, or a supervisor for him, asks for; the answer is a problem's code, or null. */
  ask(agent, wanted, reason) {
    if (agent.state === 'signed-out' && wanted !== 'signed-in' && wanted !== 'signed-out') return 'not-signed-in';
    const busy = agent.state === 'ringing' || agent.state === 'on-call';
    if (busy) {
      agent.wish = wanted === 'ready' ? null : wanted;
      agent.wishReason = reason;
    } else if (wanted === 'signed-in') this.#to(agent, 'paused', null, 0, 'signed-in');
    else this.#to(agent, wanted, null, 0, reason ?? '');
    return null;
  }

  #to(agent, state, call, lastsMs = 0, reason = '') {
    const now = Date.now();
    Object.assign(agent, { state, call, reason, sinceMs: now, untilMs: lastsMs ? now + lastsMs : 0, inUse: state === 'on-call' });
    if (state === 'ready' && agent.wish) {
      const wish = agent.wish;
      agent.wish = null;
      this.#to(agent, wish, null, 0, wish === 'paused' ? agent.wishReason : '');
    }
  }

  /** Time passes; `alone` are the agents that nobody plays from here. */
  tick(alone = []) {
    if (!this.plays) return;
    const now = Date.now();
    if (now >= this.#nextArrivalMs) {
      this.arrive();
      this.#nextArrivalMs = now + 1500 + this.chance() * 5000;
    }
    for (const agent of this.agents) this.#play(agent, now, alone.includes(agent.id));
    for (const call of this.waiting) if (now - call.arrivedMs > 45_000 && call.stage === 'waiting') this.hangUp(call);
  }

  #play(agent, now, alone) {
    const inStateMs = now - agent.sinceMs;
    if (agent.untilMs && now >= agent.untilMs) this.#to(agent, 'ready', null);
    else if (agent.state === 'ready' && !alone) {
      const call = this.waiting.filter((each) => each.stage === 'waiting').at(-1);
      if (call && inStateMs > 1000 && this.chance() < 0.3) this.ring(agent.id, call);
    } else if (agent.state === 'ringing' && inStateMs > 2500 + this.chance() * 6000) this.chance() < 0.06 ? this.miss(agent.id) : this.answer(agent.id);
    else if (agent.state === 'on-call' && inStateMs > 12_000 && this.chance() < 0.02) this.hangUp(agent.call);
    else if (agent.state === 'paused' && !alone && inStateMs > 30_000 && agent.reason !== 'signed-in') this.#to(agent, 'ready', null);
    else if (agent.state === 'wrap-up' && !alone && inStateMs > 8_000 && this.chance() < 0.05) this.#to(agent, this.chance() < 0.2 ? 'paused' : 'ready', null, 0, 'break');
  }
}
