import type { SearchStep } from '../../api/types';
import type { Catalogue } from '../../words/catalogue';

type Asked = Extract<SearchStep, { kind: 'asked-for-more' }>['skills'][number];

/**
 * A step of the search for an agent, in words.
 *
 * @param name   of an agent, by his id
 * @param timeOf a moment
 */
export function stepWords(step: SearchStep, words: Catalogue, name: (agent: string) => string, timeOf: (ms: number) => string): string {
  const say = words.calls.step;
  switch (step.kind) {
    case 'ring-opened':
      return say.ringOpened(step.ring, say.ringCause[step.why]);
    case 'asked-for-more':
      return say.askedForMore(step.skills.map((skill) => asked(skill, words)));
    case 'agent-named':
      return say.agentNamed(name(step.agent), timeOf(step.untilMs));
    case 'name-dropped':
      return say.nameDropped(name(step.agent), say.nameEnd[step.why]);
    case 'wait-told':
      return say.waitTold(step.seconds, timeOf(step.byMs));
    case 'callback-proposed':
      return say.callbackProposed;
    case 'refused':
      return say.refused(say.refusal[step.why], step.calledBack);
  }
}

function asked(demand: Asked, words: Catalogue): string {
  return demand.least === null ? words.calls.step.liked(demand.skill, demand.wanted) : words.late.skill(demand.skill, demand.least);
}
