/* eslint-disable svelte/prefer-svelte-reactivity -- maps and sets are made anew, never changed, or read by no effect */
import type { InstanceSearch, SplitChoice } from '../../core/browsing/findInstances.ts';
import type { ErrorInfo, Result } from '../../core/errors.ts';
import type { InstancePage, InstanceRow, InstancesRequest } from '../../core/protocol/index.ts';

const pageSize = 100;
/** Pages that stay: what was looked at last. */
const pagesKept = 12;

/** The task that is looked into, and the row its examples are measured against. */
type Looked = Pick<InstancesRequest, 'taskId' | 'seqLen'>;

/** A task's instances as they are looked at. They stay in the worker; the pages in sight are here. */
export class InstanceTable {
  split = $state<SplitChoice>('all');
  words = $state('');
  /** Instances that the last search has found; null while nothing has come yet. */
  found = $state<number | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  /** The row that the keys stand on, and whether it is shown whole. */
  at = $state(0);
  isOpen = $state(false);
  #pages = $state.raw<ReadonlyMap<number, readonly InstanceRow[]>>(new Map());
  #asked = new Set<number>();
  #searches = 0;
  #looked: Looked | null = null;
  readonly #ask: (request: InstancesRequest) => Promise<Result<InstancePage>>;

  readonly open: InstanceRow | null = $derived(this.isOpen ? this.row(this.at) : null);

  constructor(ask: (request: InstancesRequest) => Promise<Result<InstancePage>>) {
    this.#ask = ask;
  }

  /** Looks into a task from its beginning; the same one again keeps what is searched for. */
  async show(looked: Looked): Promise<void> {
    if (this.#looked?.taskId !== looked.taskId) {
      this.#forget();
      this.split = 'all';
      this.words = '';
    }
    this.#looked = looked;
    await this.#search();
  }

  async search({ split, words }: Partial<InstanceSearch>): Promise<void> {
    this.split = split ?? this.split;
    this.words = words ?? this.words;
    await this.#search();
  }

  /** Nothing is looked into until the next `show`. */
  clear(): void {
    this.#searches++;
    this.#looked = null;
    this.#forget();
  }

  /** A row of those that were found; null while it is on its way. */
  row(at: number): InstanceRow | null {
    return this.#pages.get(Math.floor(at / pageSize))?.[at % pageSize] ?? null;
  }

  /** These rows come into sight; what is not here is fetched. */
  need(first: number, last: number): void {
    const end = Math.min(last, (this.found ?? 0) - 1);
    for (let page = Math.floor(first / pageSize); page * pageSize <= end; page++) {
      if (!this.#pages.has(page) && !this.#asked.has(page)) void this.#fetch(page);
    }
  }

  /** The keys go to another row, as far as there are any. */
  move(to: number): void {
    this.at = Math.max(0, Math.min(to, (this.found ?? 1) - 1));
  }

  async #search(): Promise<void> {
    this.#searches++;
    this.#asked = new Set();
    await this.#fetch(0, true);
  }

  async #fetch(page: number, isNew = false): Promise<void> {
    const looked = this.#looked;
    if (!looked) return;
    const search = this.#searches;
    this.#asked.add(page);
    const { split, words } = this;
    const from = page * pageSize;
    const result = await this.#ask({ ...looked, split, words, from, count: pageSize });
    if (search !== this.#searches) return;
    this.#asked.delete(page);
    this.error = result.ok ? null : result.error;
    if (!result.ok) return;
    if (isNew) this.#begin();
    this.found = result.value.found;
    const kept = [...this.#pages].slice(-pagesKept + 1);
    this.#pages = new Map([...kept, [page, result.value.rows]]);
  }

  /** The first row of a new search. What was found before stays in sight until then. */
  #begin(): void {
    this.#pages = new Map();
    this.at = 0;
    this.isOpen = false;
  }

  #forget(): void {
    this.#begin();
    this.found = null;
    this.error = null;
  }
}
