import type { Instance, Task } from '../tasks/task.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Distance from the padding's row, as a share of its length, up to which a row has learnt nothing. */
const nearly = 1e-3;

/**
 * Tokens that pre-training never showed. Nothing but the softmax has moved their rows, all in the same
 * way, so that they lie where the row of the padding does, which is never shown; a token that was shown
 * a few times is already some 100 times as far away.
 * @param table embeddings, row by row: [V, D]
 */
export function unseenTokens(table: Float32Array, width: number, padId: number): Set<number> {
  const row = (id: number): Float32Array => table.subarray(id * width, (id + 1) * width);
  const pad = row(padId);
  const length = Math.hypot(...pad);
  const isUnseen = (id: number): boolean =>
    id !== padId && Math.hypot(...row(id).map((x, i) => x - pad[i]!)) <= nearly * length;
  const ids = Array.from({ length: table.length / width }, (_, id) => id);
  return new Set(ids.filter(isUnseen));
}

/**
 * The unseen tokens that the tasks of others need: of a task whose answers hold any, or some of whose inputs do
 * and others do not, all of them. One that stands in every input of a task tells nothing, and a
 * task of seen tokens needs none. In ascending order.
 */
export function neededTokens(
  tasks: readonly Task[],
  { encode }: Pick<Tokenizer, 'encode'>,
  unseen: ReadonlySet<number>,
): number[] {
  const unseenOf = (text: string): number[] => encode(text).filter((id) => unseen.has(id));
  const needed = tasks.filter(isOthers).flatMap(({ splits: { train }, wordings }) => {
    const answers = train.flatMap(({ outputs }) => unseenOf(` ${outputs[0]!}`));
    const inputs = train.map((instance) => new Set(givenTexts(instance).flatMap(unseenOf)));
    const counts = new Map<number, number>();
    for (const ids of inputs) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    const tells = [...counts.values()].some((count) => count < train.length);
    if (answers.length === 0 && !tells) return [];
    return [...answers, ...counts.keys(), ...wordings.flatMap(({ text }) => unseenOf(text))];
  });
  return [...new Set(needed)].sort((a, b) => a - b);
}

/**
 * Not what the site serves: its answers are of the words that pre-training showed, there is much of it, and
 * its published scores are of rows that stayed as they were (the slots of `gym_format` hold a few such signs).
 */
const isOthers = ({ origin }: Task): boolean => origin !== 'built-in';

/** What an instance gives to read. */
const givenTexts = ({ input, slots = {}, options = [] }: Instance): readonly string[] => [
  input,
  ...Object.values(slots),
  ...options,
];
