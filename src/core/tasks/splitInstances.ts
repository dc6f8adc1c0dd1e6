import { AppError } from '../errors.ts';
import { randomStream } from '../random.ts';
import { maxInstances } from './fileLimits.ts';
import type { Instance, SplitName, Task } from './task.ts';

/** An instance with the split its file asks for, if any. */
export interface ReadInstance extends Instance {
  readonly split?: SplitName;
}

const heldOutShare = 0.1;

/**
 * Train, validation and test, disjoint by input. A file that names the splits is taken at its word
 * (and refused when an input occurs in two); else the distinct inputs are put in the order of a hash
 * of their text: a tenth each for validation and test, at least one.
 */
export function splitInstances(
  instances: readonly ReadInstance[],
  fileName: string,
): Task['splits'] {
  if (instances.length > maxInstances) {
    const values = { fileName, count: instances.length, max: maxInstances };
    throw new AppError('bad-file', 'tooManyInstances', values);
  }
  return instances.some((instance) => instance.split)
    ? splitsAsNamed(instances, fileName)
    : splitsByHash(instances, fileName);
}

function splitsAsNamed(instances: readonly ReadInstance[], fileName: string): Task['splits'] {
  const splits: Record<SplitName, Instance[]> = { train: [], validation: [], test: [] };
  const splitOf = new Map<string, SplitName>();
  for (const { split = 'train', ...instance } of instances) {
    const key = askedOf(instance);
    const other = splitOf.get(key);
    if (other && other !== split) {
      const values = { fileName, id: instance.id, split: other };
      throw new AppError('bad-file', 'inputInTwoSplits', values);
    }
    splitOf.set(key, split);
    splits[split].push(instance);
  }
  const empty = Object.entries(splits).find(([, list]) => list.length === 0);
  if (empty) throw new AppError('bad-file', 'emptySplit', { fileName, split: empty[0] });
  return splits;
}

/** What makes two instances the same question: the input, and what fills the wording. */
const askedOf = ({ input, slots }: ReadInstance): string =>
  slots ? `${input}\n${JSON.stringify(slots)}` : input;

function splitsByHash(instances: readonly ReadInstance[], fileName: string): Task['splits'] {
  const inputs = [...new Set(instances.map((instance) => instance.input))];
  if (inputs.length < 3) {
    throw new AppError('bad-file', 'tooFewInputs', { fileName, count: inputs.length });
  }
  const ranked = inputs
    .map((input) => ({ input, rank: randomStream('split', input).next() }))
    .sort((a, b) => a.rank - b.rank || (a.input < b.input ? -1 : 1));
  const held = Math.max(1, Math.round(inputs.length * heldOutShare));
  const splitOf = new Map<string, SplitName>();
  ranked.forEach(({ input }, i) =>
    splitOf.set(input, i < held ? 'test' : i < 2 * held ? 'validation' : 'train'),
  );
  const of = (split: SplitName): Instance[] =>
    instances.filter((instance) => splitOf.get(instance.input) === split);
  return { train: of('train'), validation: of('validation'), test: of('test') };
}
