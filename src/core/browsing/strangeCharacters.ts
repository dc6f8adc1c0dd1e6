import type { Instance } from '../tasks/task.ts';
import type { Tokenizer } from '../tokens/tokenizer.ts';

/** Characters whose tokens pre-training never showed: the base model can't say them, a run on the task has to teach them. */
export interface StrangeCharacters {
  /** Those of the most instances first. */
  readonly characters: readonly string[];
  /** Instances that have one in a right answer. */
  readonly inAnswers: number;
}

/** Collects them from one instance after another. */
export class StrangeCharacterCount {
  readonly #unseen: ReadonlySet<number>;
  readonly #encode: Tokenizer['encode'];
  readonly #isStrange = new Map<string, boolean>();
  readonly #counts = new Map<string, number>();
  #inAnswers = 0;

  /** @param unseen tokens that pre-training never showed: `unseenTokens` */
  constructor({ encode }: Pick<Tokenizer, 'encode'>, unseen: ReadonlySet<number>) {
    this.#encode = encode;
    this.#unseen = unseen;
  }

  take({ input, outputs, slots = {}, options = [] }: Instance): void {
    const answered = this.#strangeOf(outputs);
    const given = this.#strangeOf([input, ...Object.values(slots), ...options]);
    if (answered.size > 0) this.#inAnswers++;
    for (const character of new Set([...answered, ...given])) {
      this.#counts.set(character, (this.#counts.get(character) ?? 0) + 1);
    }
  }

  get found(): StrangeCharacters {
    const byCount = [...this.#counts].sort(([, a], [, b]) => b - a);
    return { characters: byCount.map(([character]) => character), inAnswers: this.#inAnswers };
  }

  #strangeOf(texts: readonly string[]): ReadonlySet<string> {
    const characters = new Set(texts.flatMap((text) => [...text]));
    return new Set([...characters].filter((character) => this.#check(character)));
  }

  #check(character: string): boolean {
    const known = this.#isStrange.get(character);
    if (known !== undefined) return known;
    const isStrange = this.#encode(character).some((id) => this.#unseen.has(id));
    this.#isStrange.set(character, isStrange);
    return isStrange;
  }
}
