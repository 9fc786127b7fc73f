/** The played hotline in the shapes of the API. */
import { QUEUES } from './people.mjs';

export const mask = (number) => (number.length < 7 ? number : `${number.slice(0, 3)}****${number.slice(-4)}`);

const counters = (calls, now) => {
  const inTime = calls.filter((call) => call.answeredMs && call.answeredMs <= call.deadlineMs).length;
  const lost = calls.filter((call) => call.endedMs && !call.answeredMs && call.endedMs <= call.deadlineMs).length;
  const open = calls.filter((call) => !call.answeredMs && !call.endedMs && call.deadlineMs > now).length;
  const late = calls.length - inTime - lost - open;
  const decided = inTime + late + lost;
  return {
    offered: calls.length, answered: calls.filter((call) => call.answeredMs).length, inTime, late, lost, open,
    abandoned: calls.filter((call) => call.end === 'abandoned').length, refused: 0, diverted: 0,
    serviceLevelToday: decided ? inTime / decided : null, serviceLevelNow: decided ? Math.min(1, inTime / decided + 0.02) : null,
  };
};

export function boardOf(world) {
  const now = Date.now();
  const waiting = world.waiting.sort((a, b) => (a.deadlineMs - a.creditMs) - (b.deadlineMs - b.creditMs));
  return {
    atMs: now, link: world.link, targetMs: 30_000, waitingCount: waiting.length,
    waiting: waiting.slice(0, 50).map((call) => ({
      callId: call.callId, queue: call.queue, queueName: call.queueName, brand: call.brand, caller: mask(call.caller.number), creditMs: call.creditMs,
      arrivedMs: call.arrivedMs, deadlineMs: call.deadlineMs, stage: call.stage, agent: call.agent,
      answer: { answerMs: call.arrivedMs + 22_000, byMs: call.arrivedMs + 40_000, spokenMinutes: 1, silent: null },
    })),
    agents: world.agents.map(boardAgentOf),
    queues: QUEUES.map((queue) => ({ ...lineOf(world, queue), ...counters(world.calls.filter((call) => call.queue === queue.queue), now) })),
    forecast: forecastOf(world, now),
    alarms: world.alarms,
    callbacks: world.waiting.length > 3 ? { open: 4, oldestSinceMs: now - 754_000, kept: 12, givenUp: 1 } : { open: 0, oldestSinceMs: null, kept: 0, givenUp: 0 },
    totals: {
      ...counters(world.calls, now),
      definition: { name: 'of-all-calls', formula: "answered within the target of the PBX's answer / all calls that reached the hotline" },
    },
  };
}

/** As if two agents in a meal were missed. */
function forecastOf(world, now) {
  const rests = world.agents.some((agent) => agent.state === 'paused');
  return {
    atMs: now, untilMs: now + 900_000, status: 'ready', share: rests ? 0.72 : 0.94, low: 0.6, high: 0.97, calls: 41,
    definition: { name: 'of-all-calls', formula: 'answered in time / all calls that reached the hotline' },
    advice: rests ? { act: 'call-back', agents: 2, reason: 'break', queue: null, ring: null, share: 0.915, lift: 0.195 } : null,
    queues: [], past: { told: 210, held: 168, compared: 90, meanError: 0.03 },
  };
}

function lineOf(world, { queue, name }) {
  const calls = world.waiting.filter((call) => call.queue === queue);
  const least = (values) => (values.length ? Math.min(...values) : null);
  return {
    queue, name, waiting: calls.length, oldestArrivedMs: least(calls.map((call) => call.arrivedMs)), nextDeadlineMs: least(calls.map((call) => call.deadlineMs)),
    agentsReady: world.agents.filter((agent) => agent.state === 'ready').length, agentsSignedIn: world.agents.filter((agent) => agent.state !== 'signed-out').length,
  };
}

export const boardAgentOf = (agent) => ({
  agent: agent.id, name: agent.name, team: agent.team, state: agent.state, reason: agent.reason, sinceMs: agent.sinceMs, untilMs: agent.untilMs,
  wish: agent.wish, call: agent.call && { callId: agent.call.callId, queue: agent.call.queue, caller: mask(agent.call.caller.number) },
  phoneReachable: agent.reachable, phoneInUse: agent.inUse,
});

const STAGES = { ringing: 'ringing', 'on-call': 'talking', 'wrap-up': 'wrap-up' };

export function deskOf(world, agent) {
  const call = agent.call;
  return {
    atMs: Date.now(), agent: agent.id, name: agent.name, state: agent.state, reason: agent.reason, sinceMs: agent.sinceMs, untilMs: agent.untilMs,
    wish: agent.wish, phone: { reachable: agent.reachable, inUse: agent.inUse }, skills: agent.skills,
    call: call && {
      callId: call.callId, stage: STAGES[agent.state], caller: call.caller, brand: call.brand, queue: call.queue, queueName: call.queueName,
      arrivedMs: call.arrivedMs, deadlineMs: call.deadlineMs, answeredMs: call.answeredMs, endedMs: call.endedMs, ticket: call.ticket,
    },
    today: agent.today,
    queues: QUEUES.map((queue) => {
      const { name, waiting, nextDeadlineMs } = lineOf(world, queue);
      return { queue: queue.queue, name, waiting, nextDeadlineMs };
    }),
  };
}

export const callOf = (call) => ({
  callId: call.callId, caller: call.caller, dialled: call.dialled, brand: call.brand, queue: call.queue, creditMs: call.creditMs, arrivedMs: call.arrivedMs,
  deadlineMs: call.deadlineMs, answeredMs: call.answeredMs, endedMs: call.endedMs, end: call.end, cause: call.cause ?? null,
  inTime: call.answeredMs ? call.answeredMs <= call.deadlineMs : call.endedMs ? false : null,
  agents: call.answeredMs ? [call.agent] : [], ticket: call.ticket, adopted: false, seen: true, late: null,
});

/** Somebody knows the case and is busy, and the next ring opens. */
function stepsOf(call) {
  const atMs = call.arrivedMs + 1200;
  const agent = '1002';
  return [
    { kind: 'asked-for-more', atMs, skills: [{ skill: 'english', least: 2, wanted: 4 }, { skill: 'orders', least: null, wanted: 3 }] },
    { kind: 'agent-named', atMs, agent, untilMs: call.arrivedMs + 7500 },
    { kind: 'name-dropped', atMs: atMs + 400, agent, why: 'not-in-time' },
    { kind: 'ring-opened', atMs: atMs + 400, ring: 'least', why: 'nobody-in-time' },
  ];
}

export function callDetailOf(call) {
  const marks = [{ kind: 'flow', fromMs: call.arrivedMs, agent: null }, { kind: 'waiting', fromMs: call.arrivedMs + 1200, agent: null }];
  for (const offer of call.offers) {
    marks.push({ kind: 'ringing', fromMs: offer.madeMs, agent: offer.agent });
    if (offer.outcome === 'answered') marks.push({ kind: 'talking', fromMs: offer.endedMs, agent: offer.agent });
    else if (offer.endedMs) marks.push({ kind: 'waiting', fromMs: offer.endedMs, agent: null });
  }
  const tiled = marks.filter((mark, index) => mark.fromMs < (marks[index + 1]?.fromMs ?? Infinity))
    .map((mark, index, all) => ({ ...mark, toMs: all[index + 1]?.fromMs ?? call.endedMs, cause: null }));
  return { ...callOf(call), timeline: tiled, steps: stepsOf(call), offers: call.offers, decisions: call.decisions };
}

export const ticketOf = ({ notes, callIds, history, ...ticket }) => ({ ...ticket, calls: callIds.length });

export const ticketDetailOf = (world, ticket) => ({
  ...ticketOf(ticket), notes: ticket.notes, callList: ticket.callIds.map((id) => callOf(world.call(id))), history: ticket.history,
});
