import type { Page } from '../api/types';

/** As many pages are shown below each other at most; who wants more narrows the search. */
const MOST_PAGES = 20;

/** A list that is fetched page by page; a new search overtakes one that is still under way. */
export class Paged<Row, Query extends { cursor?: string }> {
  rows: Row[] = $state.raw([]);
  loading = $state(true);
  trouble: unknown = $state.raw(null);
  #next: string | null = $state(null);
  #pages = $state(0);
  #query: Query | undefined;
  #search = 0;

  constructor(private readonly fetch: (query: Query) => Promise<Page<Row>>) {}

  get hasMore(): boolean {
    return this.#next !== null && this.#pages < MOST_PAGES;
  }

  async search(query: Query): Promise<void> {
    this.#query = query;
    await this.#load({ ...query }, (page) => page);
  }

  async more(): Promise<void> {
    if (this.#query && this.#next) await this.#load({ ...this.#query, cursor: this.#next }, (page) => [...this.rows, ...page]);
  }

  async #load(query: Query, joined: (page: Row[]) => Row[]): Promise<void> {
    const search = ++this.#search;
    this.loading = true;
    this.trouble = null;
    try {
      const page = await this.fetch(query);
      if (search !== this.#search) return;
      this.rows = joined(page.items);
      this.#next = page.next;
      this.#pages = query.cursor ? this.#pages + 1 : 1;
    } catch (problem) {
      if (search === this.#search) this.trouble = problem;
    } finally {
      if (search === this.#search) this.loading = false;
    }
  }
}
