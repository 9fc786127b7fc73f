import type { Problem, ProblemCode } from './types';

/** A closed list: the API's codes, and the one for when there is no answer at all. */
export type Trouble = ProblemCode | 'no-connection';

/** A request that was not granted. */
export class ApiProblem extends Error {
  /**
   * @param code       what went wrong
   * @param detail     the server's own words; may be empty
   * @param retryAfter seconds after which it may be tried again, if the server said so
   */
  constructor(readonly code: Trouble, readonly detail: string, readonly retryAfter: number | null = null) {
    super(`${code}: ${detail}`);
  }
}

/** The problem that an answer tells of, whoever wrote it: the server, or a proxy before it that knows no problem documents. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const body = await answer.json().catch(() => null) as Partial<Problem> | null;
  const retryAfter = Number(answer.headers.get('Retry-After') ?? NaN);
  return new ApiProblem(body?.code ?? codeFor(answer.status), body?.detail ?? '', Number.isFinite(retryAfter) ? retryAfter : null);
}

function codeFor(status: number): Trouble {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  return status === 502 || status === 503 || status === 504 ? 'no-connection' : 'internal';
}
