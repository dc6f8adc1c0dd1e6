import { randomStream } from '../../random.ts';
import { maxCharacters, maxInstances } from '../fileLimits.ts';
import type { InstructionRow } from './instructionRow.ts';

/** What is kept of a file's rows at most. */
export interface SampleLimits {
  readonly rows: number;
  /** Letters in all texts of the rows. */
  readonly characters: number;
}

const shippedLimits: SampleLimits = { rows: maxInstances, characters: maxCharacters };
/** A cut makes room for a while: few cuts, and memory stays within a quarter above the limit. */
const slack = 1.25;

/**
 * As many of a file's rows as may be held, in their order. Where there are more, those with the lowest seeded hash of the question
 * are kept: a uniform sample of the questions, the same on every device, and rows that ask the same stay together.
 */
export class RowSample {
  readonly #limits: SampleLimits;
  #rows: { readonly row: InstructionRow; rank: number }[] = [];
  /** Rows of this rank or above are not kept. */
  #threshold = 1;
  #characters = 0;
  #offered = 0;

  constructor(limits: SampleLimits = shippedLimits) {
    this.#limits = limits;
  }

  /** Rows that there was no room for. */
  get nNotKept(): number {
    return this.#offered - this.rows.length;
  }

  get rows(): readonly InstructionRow[] {
    if (this.#rows.length > this.#limits.rows) this.#cut();
    return this.#rows.map(({ row }) => row);
  }

  take(row: InstructionRow): void {
    this.#offered++;
    // Ranks cost a hash of the text each: before the first cut nobody asks for them.
    const rank = this.#threshold < 1 ? rankOf(row) : -1;
    if (rank >= this.#threshold) return;
    this.#rows.push({ row, rank });
    this.#characters += charactersOf(row);
    const { rows, characters } = this.#limits;
    if (this.#rows.length > slack * rows || this.#characters > slack * characters) this.#cut();
  }

  /** Keeps the lowest ranks that fit; of equal ranks, which are the same question, all or none. */
  #cut(): void {
    for (const one of this.#rows) if (one.rank < 0) one.rank = rankOf(one.row);
    const sorted = this.#rows.toSorted((a, b) => a.rank - b.rank);
    let characters = 0;
    const { rows: maxRows, characters: maxKept } = this.#limits;
    const end = sorted.findIndex(({ row }, i) => {
      characters += charactersOf(row);
      return i >= maxRows || characters > maxKept;
    });
    if (end < 0) return;
    this.#threshold = sorted[end]!.rank;
    this.#rows = this.#rows.filter(({ rank }) => rank < this.#threshold);
    this.#characters = this.#rows.reduce((sum, { row }) => sum + charactersOf(row), 0);
  }
}

function rankOf({
  instruction,
  input,
  group = input === '' ? instruction : input,
}: InstructionRow) {
  return randomStream('sample', group).next();
}

const charactersOf = ({ instruction, input, outputs }: InstructionRow): number =>
  outputs.reduce((sum, { length }) => sum + length, instruction.length + input.length);
