import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TicketDetail } from '../../src/api/types';
import { Paged } from '../../src/pages/paged.svelte';
import { drafts } from '../../src/pages/ticket/drafts';
import { TicketEdit } from '../../src/pages/ticket/edit.svelte';

const ticket = (version: number) => ({ number: 7, version, class: 'common' }) as TicketDetail;
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** What was asked of the server, such as `PATCH /api/v1/tickets/7 {"version":0}`; it answers what the test has put down. */
let asked: string[];
let answers: (Response | Promise<Response>)[];

beforeEach(() => {
  [asked, answers] = [[], []];
  vi.stubGlobal('sessionStorage', Object.create({
    getItem(this: Record<string, string>, key: string) { return this[key] ?? null; },
    setItem(this: Record<string, string>, key: string, text: string) { this[key] = text; },
    removeItem(this: Record<string, string>, key: string) { delete this[key]; },
  }));
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    asked.push(`${request.method} ${path} ${request.body ?? ''}`.trim());
    const next = answers.shift();
    if (!next) throw new TypeError('no connection');
    return next;
  });
});

describe('a ticket that is worked on', () => {
  it('sends each change on the version that the one before made', async () => {
    const edit = new TicketEdit(ticket(0), () => 99);
    answers = [answer(ticket(1)), answer(ticket(2))];
    await Promise.all([edit.change({ class: 'complaint' }), edit.change({ type: 'logistics' })]);
    expect(asked).toEqual([
      'PATCH /api/v1/tickets/7 {"class":"complaint","version":0}',
      'PATCH /api/v1/tickets/7 {"type":"logistics","version":1}',
    ]);
    expect([edit.ticket.version, edit.savedAtMs, edit.saving]).toEqual([2, 99, false]);
  });

  it('shows how it is now when somebody else was faster, and says so', async () => {
    const edit = new TicketEdit(ticket(0), () => 99);
    answers = [answer({ code: 'version-conflict', detail: '' }, 409), answer(ticket(5))];
    await edit.change({ status: 'solved' });
    expect([edit.overtaken, edit.ticket.version, edit.trouble]).toEqual([true, 5, null]);
  });

  it('keeps what was refused as it was, and the reason', async () => {
    const edit = new TicketEdit(ticket(0), () => 99);
    await edit.change({ status: 'solved' });
    expect([edit.ticket.version, (edit.trouble as { code: string }).code]).toEqual([0, 'no-connection']);
  });
});

describe('a note that is not yet saved', () => {
  it('is saved with the call during which it was written, and then gone', async () => {
    drafts.keep(7, ' calls back at six ');
    answers = [answer({}, 201)];
    await drafts.save(7, '1763782345.12');
    expect(asked).toEqual(['POST /api/v1/tickets/7/notes {"text":"calls back at six","callId":"1763782345.12"}']);
    expect(drafts.of(7)).toBe('');
  });

  it('stays when it cannot be saved', async () => {
    drafts.keep(7, 'calls back at six');
    await expect(drafts.save(7)).rejects.toThrow('no-connection');
    expect(drafts.of(7)).toBe('calls back at six');
  });

  it('keeps what is written while it is being saved', async () => {
    drafts.keep(7, 'calls back');
    answers = [answer({}, 201)];
    const saving = drafts.save(7);
    drafts.keep(7, 'calls back\nat six');
    await saving;
    expect(drafts.of(7)).toBe('at six');
  });

  it('is not saved when it is blank', async () => {
    drafts.keep(7, '  \n ');
    await drafts.save(7);
    expect(asked).toEqual([]);
  });

  it('all are saved at sign-off, one failure notwithstanding', async () => {
    drafts.keep(7, 'one');
    drafts.keep(8, 'two');
    answers = [answer({ code: 'database-unavailable' }, 503), answer({}, 201)];
    await drafts.saveAll();
    expect([drafts.of(7), drafts.of(8)]).toEqual(['one', '']);
  });
});

describe('a list in pages', () => {
  it('joins the next page to what is there', async () => {
    const list = new Paged<number, { cursor?: string }>(async ({ cursor }) => (cursor ? { items: [3], next: null } : { items: [1, 2], next: 'c' }));
    await list.search({});
    expect(list.hasMore).toBe(true);
    await list.more();
    expect([list.rows, list.hasMore]).toEqual([[1, 2, 3], false]);
  });

  it('shows the newest search, even when an older one answers later', async () => {
    let release = () => {};
    const slow = new Promise<void>((done) => (release = done));
    const list = new Paged<string, { q: string; cursor?: string }>(async ({ q }) => {
      if (q === 'old') await slow;
      return { items: [q], next: null };
    });
    const old = list.search({ q: 'old' });
    await list.search({ q: 'new' });
    release();
    await old;
    expect([list.rows, list.loading]).toEqual([['new'], false]);
  });
});
