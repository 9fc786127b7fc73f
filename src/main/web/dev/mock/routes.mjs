/** The operations of the API that the pages use, on the played hotline. Each answers `[status, body]`. */
import { BRANDS, PAUSE_REASONS } from './people.mjs';
import { reportOf } from './report.mjs';
import { boardAgentOf, boardOf, callDetailOf, callOf, deskOf, mask, ticketDetailOf, ticketOf } from './shapes.mjs';

const problem = (status, code, detail = '') => [status, { type: `/problems/${code}`, title: code, status, detail, instance: '', code }];
const found = (thing, shape) => (thing ? [200, shape(thing)] : problem(404, 'not-found'));
const agentFor = (world, who, id) => world.agent(id === 'me' ? who.agent : id);
const has = (text, part) => text.toLowerCase().includes(part.toLowerCase());

function paged(rows, query, shape) {
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  return [200, { items: rows.slice(from, from + limit).map(shape), next: from + limit < rows.length ? String(from + limit) : null }];
}

const forRole = (who, shape) => (call) => {
  const shown = shape(call);
  const caller = shown.caller ?? shown.customer;
  const masked = who.role === 'supervisor' ? caller : { ...caller, number: mask(caller.number) };
  return shown.caller ? { ...shown, caller: masked } : { ...shown, customer: masked };
};

function calls({ world, who, query }) {
  const wanted = (call) =>
    (!query.get('q') || has(`${call.caller.name} ${call.caller.number} ${call.dialled} ${call.callId}`, query.get('q')))
    && (!query.get('end') || call.end === query.get('end')) && (!query.get('brand') || call.brand === query.get('brand'))
    && (!query.get('from') || call.arrivedMs >= Number(query.get('from')))
    && (!query.get('agent') || call.agent === (query.get('agent') === 'me' ? who.agent : query.get('agent')));
  return paged(world.calls.filter(wanted), query, forRole(who, callOf));
}

function tickets({ world, who, query }) {
  const wanted = (ticket) =>
    (!query.get('q') || has(`${ticket.number} ${ticket.customer.name} ${ticket.notes.map((note) => note.text).join(' ')}`, query.get('q')))
    && ['status', 'class', 'brand'].every((field) => !query.get(field) || ticket[field] === query.get(field));
  return paged(world.tickets.filter(wanted), query, forRole(who, ticketOf));
}

function context({ world, id }) {
  const call = world.call(id);
  if (!call) return problem(404, 'not-found');
  const ticket = world.ticket(call.ticket);
  const same = (other) => call.caller.number !== '' && other.number === call.caller.number;
  return [200, {
    callId: id, ticket: ticket ? ticketDetailOf(world, ticket) : null,
    openTickets: world.tickets.filter((other) => other !== ticket && other.status !== 'solved' && same(other.customer)).slice(0, 20).map(ticketOf),
    recentCalls: world.calls.filter((other) => other !== call && same(other.caller)).slice(0, 20).map(callOf),
  }];
}

function setState({ world, who, id, body }) {
  if (id !== 'me' && id !== who.agent && who.role !== 'supervisor') return problem(403, 'forbidden');
  const agent = agentFor(world, who, id);
  if (!agent) return problem(404, 'unknown-agent', `agent "${id}" does not exist`);
  const refused = world.ask(agent, body.state, body.reason);
  return refused ? problem(409, refused, `agent ${agent.id} is ${agent.state}`) : [204];
}

function changeTicket({ world, who, id, body }) {
  const ticket = world.ticket(Number(id));
  if (!ticket) return problem(404, 'not-found');
  const { version, ...wish } = body;
  if (version !== ticket.version) return problem(409, 'version-conflict', `ticket ${id} is at version ${ticket.version}, not ${version}`);
  const change = wish.class && wish.class !== ticket.class ? { type: null, ...wish } : wish;
  for (const [what, to] of Object.entries(change)) {
    if (ticket[what] !== to) ticket.history.push({ atMs: Date.now(), author: who.name, what, from: ticket[what], to });
  }
  Object.assign(ticket, change, { version: version + 1, changedMs: Date.now() });
  return [200, ticketDetailOf(world, ticket)];
}

function addNote({ world, who, id, body }) {
  const ticket = world.ticket(Number(id));
  if (!ticket) return problem(404, 'not-found');
  const note = { id: ticket.notes.length + 1, atMs: Date.now(), author: who.name, text: body.text, callId: body.callId ?? null };
  ticket.notes.push(note);
  ticket.history.push({ atMs: note.atMs, author: who.name, what: 'note', from: null, to: null });
  return [201, note];
}

/** Method, path with one `:id` at most, operation. */
export const ROUTES = [
  ['GET', '/session', ({ who }) => [200, who]],
  ['GET', '/agents', ({ world }) => [200, { atMs: Date.now(), items: world.agents.map((agent) => ({ ...boardAgentOf(agent), skills: agent.skills })) }]],
  ['PUT', '/agents/:id/state', setState],
  ['GET', '/agents/:id/desk', ({ world, who, id }) => found(agentFor(world, who, id), (agent) => deskOf(world, agent))],
  ['GET', '/wallboard', ({ world }) => [200, boardOf(world)]],
  ['GET', '/calls', calls],
  ['GET', '/late-calls', () => [200, { items: [{ cause: 'all-busy', calls: 7 }] }]],
  ['GET', '/calls/:id', ({ world, who, id }) => found(world.call(id), forRole(who, callDetailOf))],
  ['GET', '/calls/:id/context', context],
  ['GET', '/tickets', tickets],
  ['GET', '/tickets/:id', ({ world, id }) => found(world.ticket(Number(id)), (ticket) => ticketDetailOf(world, ticket))],
  ['PATCH', '/tickets/:id', changeTicket],
  ['POST', '/tickets/:id/notes', addNote],
  ['GET', '/service-level', ({ world, query }) => [200, reportOf(world, query)]],
  ['GET', '/brands', () => [200, { items: BRANDS }]],
  ['GET', '/pause-reasons', () => [200, { items: PAUSE_REASONS }]],
];

export const refuse = problem;
