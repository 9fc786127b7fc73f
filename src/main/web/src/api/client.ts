import { ApiProblem, problemOf } from './problem';
import type {
  Agent, Brand, Call, CallContext, CallDetail, CallQuery, LateCause, NewNote, Note, Page, PauseReason, ServiceLevelQuery, ServiceLevelReport, Session,
  StateRequest, Ticket,
  TicketChange, TicketDetail, TicketQuery,
} from './types';

/** How long an answer may take. */
const TIMEOUT_MS = 10_000;
const seg = encodeURIComponent;

/** One request; the browser adds the session's cookie. An answer that is not a success is thrown as {@link ApiProblem}. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const request: RequestInit = { method, signal: AbortSignal.timeout(TIMEOUT_MS), credentials: 'same-origin', cache: 'no-store' };
  if (body !== undefined) Object.assign(request, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const answer = await fetch(`/api/v1${path}`, request).catch(() => {
    throw new ApiProblem('no-connection', '');
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
}

/** `?a=1&b=2` of what is set; nothing of what is empty. */
export function queryOf(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`;
}

export const api = {
  session: () => ask<Session>('GET', '/session'),
  signIn: (name: string, password: string) => ask<Session>('POST', '/session', { name, password }),
  signOff: () => ask<void>('DELETE', '/session'),

  agents: () => ask<{ atMs: number; items: Agent[] }>('GET', '/agents'),
  setState: (agent: string, wanted: StateRequest) => ask<void>('PUT', `/agents/${seg(agent)}/state`, wanted),

  calls: (query: CallQuery) => ask<Page<Call>>('GET', `/calls${queryOf(query)}`),
  call: (call: string) => ask<CallDetail>('GET', `/calls/${seg(call)}`),
  lateCalls: (from: number, to: number) => ask<{ items: { cause: LateCause; calls: number }[] }>('GET', `/late-calls${queryOf({ from, to })}`),
  context: (call: string) => ask<CallContext>('GET', `/calls/${seg(call)}/context`),

  tickets: (query: TicketQuery) => ask<Page<Ticket>>('GET', `/tickets${queryOf(query)}`),
  ticket: (ticket: number) => ask<TicketDetail>('GET', `/tickets/${ticket}`),
  changeTicket: (ticket: number, change: TicketChange) => ask<TicketDetail>('PATCH', `/tickets/${ticket}`, change),
  callBack: (ticket: number) => ask<unknown>('POST', '/callbacks', { ticket }),
  addNote: (ticket: number, note: NewNote) => ask<Note>('POST', `/tickets/${ticket}/notes`, note),

  serviceLevel: (query: ServiceLevelQuery) => ask<ServiceLevelReport>('GET', `/service-level${queryOf(query)}`),

  brands: () => ask<{ items: Brand[] }>('GET', '/brands'),
  pauseReasons: () => ask<{ items: PauseReason[] }>('GET', '/pause-reasons'),
};

/** Where the browser gets the same figures as a file. */
export const serviceLevelFile = (query: ServiceLevelQuery) => `/api/v1/service-level.csv${queryOf(query)}`;
