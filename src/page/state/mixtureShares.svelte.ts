import { books, bookUnits, type BookUnit, type TaskBook } from '../../core/analysis/books.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { Desk } from './desk.svelte.ts';
import { oneOf, Persisted } from './persisted.svelte.ts';
import type { Runs } from './runs.svelte.ts';
import type { Transport } from './transport.svelte.ts';

/** One task of the mixture: what is asked of it now, and what has come of it in the run that is looked at. */
export interface MixtureShare {
  readonly id: string;
  readonly name: string;
  readonly cluster: string;
  /** 1–12: its cluster's colour and texture. */
  readonly colour: number;
  /** Share of the draws, 0–1. */
  readonly asked: number;
  /** Share in the chosen unit, 0–1; null before the first step, or where a record does not say. */
  readonly used: number | null;
  readonly book: TaskBook | null;
}

interface Sources {
  readonly desk: Desk;
  readonly runs: Runs;
  readonly transport: Transport;
}

/** What cannot be told by its cluster any more, since it has left the desk. */
const goneColour = 8;

/** Asked against effective: the mixture of the desk, and the books of the run. */
export class MixtureShares {
  readonly #unit = new Persisted<BookUnit>('mixtureUnit', 'examples', oneOf(bookUnits));
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  get unit(): BookUnit {
    return this.#unit.current;
  }

  set unit(unit: BookUnit) {
    this.#unit.current = unit;
  }

  readonly #books: ReadonlyMap<string, TaskBook> = $derived.by(() => {
    const { runs } = this.#sources;
    const record = runs.current;
    const own = record ? books(runs.columns(record), record.trainExamples) : [];
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
    return new Map(own.map((book) => [book.taskId, book]));
  });

  /** Shares of the draws now: of the run on its way, which a schedule may have moved, or of the next one. */
  readonly #asked: Readonly<Record<string, number>> = $derived.by(() => {
    const { runs, transport, desk } = this.#sources;
    const record = transport.phase === 'sent' ? runs.current : null;
    const rates = record?.changes.at(-1)?.mixingRates ?? record?.mixingRates ?? {};
    return Object.keys(rates).length > 0 ? rates : desk.shares;
  });

  /** In the order of the desk; behind it what the run had that is on the desk no more. */
  readonly shares: readonly MixtureShare[] = $derived.by(() => {
    const { desk } = this.#sources;
    const onDesk = desk.clusters.flatMap(({ channels }) => channels);
    const gone = [...this.#books.keys()].filter((id) => !desk.channel(id));
    return [
      ...onDesk.map(({ id, name, cluster }) => this.#shareOf(id, name, cluster)),
      ...gone.map((id) => this.#shareOf(id, id, '')),
    ].filter(({ asked, book }) => asked > 0 || book !== null);
  });

  /** Share of the draws that is asked of these tasks now, 0–1. */
  askedOf(taskIds: readonly string[]): number {
    return taskIds.reduce((sum, id) => sum + (lookUp(this.#asked, id) ?? 0), 0);
  }

  /** Their share of what was used, in the chosen unit; null where nobody knows. */
  usedOf(taskIds: readonly string[]): number | null {
    const shares = taskIds.flatMap((id) => this.#books.get(id)?.shares[this.unit] ?? []);
    return shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) : null;
  }

  #shareOf(id: string, name: string, cluster: string): MixtureShare {
    const book = this.#books.get(id) ?? null;
    return {
      id,
      name,
      cluster,
      colour: lookUp(this.#sources.desk.looks, id)?.colour ?? goneColour,
      asked: lookUp(this.#asked, id) ?? 0,
      used: book?.shares[this.unit] ?? null,
      book,
    };
  }

  /** Whether anything has come yet that can be set against what is asked. */
  readonly hasBooks: boolean = $derived(this.shares.some(({ used }) => used !== null));
  /** The largest distance between the two, and whose it is. */
  readonly widest: MixtureShare | null = $derived.by(() =>
    this.shares.reduce<MixtureShare | null>(
      (most, one) => (gap(one) > (most ? gap(most) : 0) ? one : most),
      null,
    ),
  );
  readonly repeating: readonly MixtureShare[] = $derived(
    this.shares.filter(({ book }) => book !== null && book.repeatsFrom !== null),
  );
}

const gap = ({ asked, used }: MixtureShare): number => (used === null ? 0 : Math.abs(used - asked));
