/** The pages and their addresses. */
export type Route =
  | { page: 'home' | 'sign-in' | 'desk' | 'wallboard' | 'calls' | 'tickets' | 'agents' | 'report' | 'unknown' }
  | { page: 'call'; id: string }
  | { page: 'ticket'; number: number };

const PLAIN = { '/': 'home', '/sign-in': 'sign-in', '/desk': 'desk', '/wallboard': 'wallboard', '/calls': 'calls',
  '/tickets': 'tickets', '/agents': 'agents', '/service-level': 'report' } as const;

/** @param path as in `location.pathname` */
export function routeOf(path: string): Route {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
  if (Object.hasOwn(PLAIN, plain)) return { page: PLAIN[plain as keyof typeof PLAIN] };
  const call = /^\/calls\/([^/]+)$/.exec(plain)?.[1];
  if (call) return { page: 'call', id: decoded(call) };
  const ticket = /^\/tickets\/([1-9][0-9]{0,15})$/.exec(plain)?.[1];
  return ticket ? { page: 'ticket', number: Number(ticket) } : { page: 'unknown' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const pathOf = {
  call: (id: string) => `/calls/${encodeURIComponent(id)}`,
  ticket: (number: number) => `/tickets/${number}`,
};
