import { AppError } from '../errors.ts';
import { randomStream } from '../random.ts';
import { maxInstances } from './fileLimits.ts';
import type { SplitRule } from './readReport.ts';
import type { Instance, SplitName, Task } from './task.ts';

/** An instance with what its file says about where it belongs. */
export interface ReadInstance extends Instance {
  readonly split?: SplitName;
  /** Instances of one group stay in one split; by default those with the same input. */
  readonly group?: string;
}

/** The splits of a task, and what was done to make them. */
export interface Split {
  readonly splits: Task['splits'];
  readonly splitRule: SplitRule;
  /** Instances by split before held-out ones with the same question were joined. */
  readonly splitRows: Readonly<Record<SplitName, number>>;
  readonly joinedAnswers: number;
  /** Indices of instances that were left out of one split since their question is held out in another. */
  readonly alsoHeldOut: readonly number[];
}

const heldOutShare = 0.1;
type Placed = readonly { readonly index: number; readonly split: SplitName }[];

/**
 * Train, validation and test. A file that names the splits is taken at its word, but no question stands in two of them:
 * test keeps it before validation, and validation before train. A held-out split that the file lacks is drawn
 * from the training instances. Drawn splits weigh instances and keep groups together: in the order of a hash of the group, a
 * tenth of the instances each for test and validation, at least one.
 *
 * Drawn splits are in the order of that hash, so that the first few are a sample; in them, held-out instances that ask the same
 * are one with several right answers. Training keeps every answer.
 */
export function splitInstances(instances: readonly ReadInstance[], fileName: string): Split {
  if (instances.length > maxInstances) {
    const values = { fileName, count: instances.length, max: maxInstances };
    throw new AppError('bad-file', 'tooManyInstances', values);
  }
  const isNamed = instances.some(({ split }) => split);
  const { placed, alsoHeldOut } = isNamed
    ? placedAsNamed(instances, fileName)
    : { placed: drawn(instances, fileName, ['test', 'validation']), alsoHeldOut: [] };
  const rows = rowsOf(placed);
  const parts = (['train', 'validation', 'test'] as const).map((split) => {
    const own = placed.filter((one) => one.split === split).map(({ index }) => instances[index]!);
    const plain = own.map(withoutPlace);
    return split === 'train' || isNamed ? plain : joined(plain);
  });
  const [train, validation, test] = parts as [Instance[], Instance[], Instance[]];
  const joinedAnswers =
    rows.train + rows.validation + rows.test - train.length - validation.length - test.length;
  return {
    splits: { train, validation, test },
    splitRule: isNamed ? 'named' : 'drawn',
    splitRows: rows,
    joinedAnswers,
    alsoHeldOut,
  };
}

const rowsOf = (placed: Placed): Record<SplitName, number> => {
  const of = (name: SplitName): number => placed.filter(({ split }) => split === name).length;
  return { train: of('train'), validation: of('validation'), test: of('test') };
};

function withoutPlace(read: ReadInstance): Instance {
  const instance: Instance & { split?: SplitName; group?: string } = { ...read };
  delete instance.split;
  delete instance.group;
  return instance;
}

/** What makes two instances the same question: the input, and what fills the wording. */
const askedOf = ({ input, slots }: Instance): string =>
  slots ? `${input}\n${JSON.stringify(slots)}` : input;

function placedAsNamed(
  instances: readonly ReadInstance[],
  fileName: string,
): { placed: Placed; alsoHeldOut: number[] } {
  const strength: Readonly<Record<SplitName, number>> = { train: 0, validation: 1, test: 2 };
  const strongest = new Map<string, SplitName>();
  for (const instance of instances) {
    const { split = 'train' } = instance;
    const other = strongest.get(askedOf(instance));
    if (!other || strength[split] > strength[other]) strongest.set(askedOf(instance), split);
  }
  const placed: { index: number; split: SplitName }[] = [];
  const alsoHeldOut: number[] = [];
  instances.forEach((instance, index) => {
    const { split = 'train' } = instance;
    if (strongest.get(askedOf(instance)) === split) placed.push({ index, split });
    else alsoHeldOut.push(index);
  });
  return { placed: withMissing(placed, instances, fileName), alsoHeldOut };
}

/** Held-out splits that the file does not name come from what it trains on. */
function withMissing(placed: Placed, instances: readonly ReadInstance[], fileName: string): Placed {
  const missing = (['test', 'validation'] as const).filter(
    (name) => !placed.some(({ split }) => split === name),
  );
  const train = placed.filter(({ split }) => split === 'train');
  if (train.length === 0)
    throw new AppError('bad-file', 'emptySplit', { fileName, split: 'train' });
  if (missing.length === 0) return placed;
  const indices = train.map(({ index }) => index);
  const redrawn = drawn(
    indices.map((index) => instances[index]!),
    fileName,
    missing,
  );
  return [
    ...redrawn.map(({ index, split }) => ({ index: indices[index]!, split })),
    ...placed.filter(({ split }) => split !== 'train'),
  ];
}

/** Groups in the order of a hash; a held-out split takes what fits into its tenth, at least the smallest group. */
function drawn(
  instances: readonly ReadInstance[],
  fileName: string,
  heldOut: readonly SplitName[],
): Placed {
  const groups = new Map<string, number[]>();
  instances.forEach(({ input, group = input }, index) => {
    const own = groups.get(group);
    if (own) own.push(index);
    else groups.set(group, [index]);
  });
  if (groups.size <= heldOut.length) {
    throw new AppError('bad-file', 'tooFewInputs', { fileName, count: groups.size });
  }
  const ranked = [...groups]
    .map(([group, indices]) => ({ group, indices, rank: randomStream('split', group).next() }))
    .sort((a, b) => a.rank - b.rank || (a.group < b.group ? -1 : 1));
  const target = Math.max(1, Math.round(instances.length * heldOutShare));
  const splitOf = new Map<string, SplitName>();
  for (const split of heldOut) {
    let room = target;
    for (const { group, indices } of ranked) {
      if (splitOf.has(group) || indices.length > room) continue;
      splitOf.set(group, split);
      room -= indices.length;
      if (room === 0) break;
    }
    if (room < target) continue;
    const free = ranked.filter(({ group }) => !splitOf.has(group));
    const smallest = free.reduce((a, b) => (b.indices.length < a.indices.length ? b : a));
    splitOf.set(smallest.group, split);
  }
  return ranked.flatMap(({ group, indices }) =>
    indices.map((index) => ({ index, split: splitOf.get(group) ?? ('train' as const) })),
  );
}

/** Instances that ask the same as one with all their answers, where the first of them stood. */
function joined(instances: readonly Instance[]): Instance[] {
  const byQuestion = new Map<string, Instance>();
  for (const instance of instances) {
    const key = askedOf(instance);
    const other = byQuestion.get(key);
    const outputs = [...new Set([...(other?.outputs ?? []), ...instance.outputs])];
    byQuestion.set(key, { ...(other ?? instance), outputs });
  }
  return [...byQuestion.values()];
}
