/**
 * Serves the built pages, the API and the live states of a played hotline: `npm run mock`, for work on the pages and for
 * their browser test. Any agent's number and `supervisor` sign in with the password `mock`.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { WebSocketServer } from 'ws';
import { refuse, ROUTES } from './routes.mjs';
import { boardOf, deskOf } from './shapes.mjs';
import { World } from './world.mjs';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
/** At least as strict as the real server's. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TICK_MS = 250;

const cookieOf = (request) => /hm_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : undefined;
}

class Mock {
  sessions = new Map();
  /** While false nobody is told anything new: what is shown grows old. */
  speaks = true;
  #sockets = new Map();

  constructor(world) {
    this.world = world;
    this.http = createServer((request, response) => this.#serve(request, response).catch((error) => response.writeHead(500).end(String(error))));
    this.live = new WebSocketServer({ server: this.http, path: '/events' });
    this.live.on('connection', (socket, request) => this.#listen(socket, request));
    this.timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Agents whom somebody plays from a browser, so that they are not played from here. */
  get alone() {
    return [...this.sessions.values()].map((who) => who.agent).filter(Boolean);
  }

  close() {
    clearInterval(this.timer);
    this.dropAll();
    this.live.close();
    this.http.closeAllConnections();
    return new Promise((done) => this.http.close(done));
  }

  /** Ends all live connections, as a server that stops does. */
  dropAll() {
    for (const socket of this.#sockets.keys()) socket.terminate();
  }

  async #serve(request, response) {
    const url = new URL(request.url, 'http://mock');
    if (!url.pathname.startsWith('/api/v1/')) return this.#page(url.pathname, response);
    const [status, body, headers] = await this.#answer(request, url);
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(body === undefined ? '' : JSON.stringify(body));
  }

  async #answer(request, url) {
    const path = url.pathname.slice('/api/v1'.length);
    if (path === '/session' && request.method !== 'GET') return this.#session(request);
    const who = this.sessions.get(cookieOf(request));
    if (!who) return refuse(401, 'unauthenticated');
    if (['from', 'to'].some((name) => /[^0-9]/.test(url.searchParams.get(name) ?? ''))) return refuse(400, 'validation');
    for (const [method, pattern, operation] of ROUTES) {
      const match = new RegExp(`^${pattern.replace(':id', '([^/]+)')}$`).exec(path);
      if (!match || method !== request.method) continue;
      const answer = operation({ world: this.world, who, id: decodeURIComponent(match[1] ?? ''), query: url.searchParams, body: await bodyOf(request) });
      this.#tellAll();
      return answer;
    }
    return refuse(404, 'not-found');
  }

  async #session(request) {
    if (request.method === 'DELETE') {
      this.sessions.delete(cookieOf(request));
      return [204];
    }
    const { name, password } = await bodyOf(request);
    const agent = this.world.agent(name);
    if (password !== 'mock' || !(agent || name === 'supervisor')) return refuse(401, 'wrong-credentials');
    const who = { name, displayName: agent?.name ?? '班长', role: agent ? 'agent' : 'supervisor', agent: agent?.id ?? null, expiresMs: Date.now() + 36e5 };
    const token = `${name}-${this.sessions.size + 1}`;
    this.sessions.set(token, who);
    return [201, { ...who, token }, { 'Set-Cookie': `hm_session=${token}; HttpOnly; SameSite=Strict; Path=/` }];
  }

  async #page(path, response) {
    const isFile = extname(path) in TYPES;
    const name = isFile ? normalize(path) : 'index.html';
    const content = await readFile(join(DIST, name)).catch(() => null);
    if (!content) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)], 'Content-Security-Policy': POLICY }).end(content);
  }

  #listen(socket, request) {
    const who = this.sessions.get(cookieOf(request));
    if (!who) return socket.close(4401, 'not signed in');
    this.#sockets.set(socket, { who, topics: [] });
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('message', (text) => {
      this.#sockets.get(socket).topics = JSON.parse(String(text)).subscribe ?? [];
      this.#tell(socket);
    });
  }

  #tick() {
    this.world.tick(this.alone);
    this.#tellAll();
  }

  #tellAll() {
    if (this.speaks) for (const socket of this.#sockets.keys()) this.#tell(socket);
  }

  #tell(socket) {
    const { who, topics } = this.#sockets.get(socket);
    const agent = who.agent && this.world.agent(who.agent);
    if (topics.includes('wallboard')) socket.send(JSON.stringify({ topic: 'wallboard', data: boardOf(this.world) }));
    if (topics.includes('desk') && agent) socket.send(JSON.stringify({ topic: 'desk', data: deskOf(this.world, agent) }));
  }
}

/** @param {{port?: number, world?: World}} [options] port 0 takes any free one */
export async function startMock({ port = 0, world = new World() } = {}) {
  const mock = new Mock(world);
  await new Promise((done) => mock.http.listen(port, '127.0.0.1', () => done(undefined)));
  return Object.assign(mock, { url: `http://127.0.0.1:${mock.http.address().port}` });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const mock = await startMock({ port: Number(process.env.PORT ?? 8095) });
  for (let index = 0; index < 6; index++) mock.world.arrive({ agoMs: index * 4000 });
  console.log(`${mock.url} (sign in as 1001 or supervisor, password mock)`);
}
