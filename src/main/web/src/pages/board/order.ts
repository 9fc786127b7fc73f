import type { AgentState, BoardAgent } from '../../api/types';

/** The states in the order of the wallboard: first who can take a call, last who is away. */
export const SHOWN_STATES = ['ready', 'ringing', 'on-call', 'wrap-up', 'paused'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** A reserved agent is one whose phone is about to ring; the difference is too short for a wallboard. */
export const shownState = (state: AgentState): ShownState | null =>
  state === 'signed-out' ? null : state === 'reserved' ? 'ringing' : state;

/** Who is at work, by state, in each the longest first. */
export function atWork(agents: readonly BoardAgent[]): BoardAgent[] {
  const rank = (agent: BoardAgent) => SHOWN_STATES.indexOf(shownState(agent.state)!);
  return agents
    .filter((agent) => shownState(agent.state) !== null)
    .sort((a, b) => rank(a) - rank(b) || a.sinceMs - b.sinceMs || a.agent.localeCompare(b.agent));
}

export function countByState(agents: readonly BoardAgent[]): Record<ShownState, number> {
  const counts: Record<ShownState, number> = { ready: 0, ringing: 0, 'on-call': 0, 'wrap-up': 0, paused: 0 };
  for (const agent of agents) {
    const state = shownState(agent.state);
    if (state) counts[state] += 1;
  }
  return counts;
}
