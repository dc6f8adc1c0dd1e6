/** Whatever a file holds and in whatever order: groups stay together, its own splits are kept, no question stands in two. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawShots } from '../../src/core/batch/shots.ts';
import { randomStream } from '../../src/core/random.ts';
import { type ReadInstance, splitInstances } from '../../src/core/tasks/splitInstances.ts';
import { type Instance, splitNames, type SplitName } from '../../src/core/tasks/task.ts';
import { toyTask } from './toys.ts';

const name = 'rows.jsonl';
/** Few inputs, so that questions meet; few groups, so that they hold several. */
const row = fc.record({
  input: fc.integer({ min: 0, max: 25 }).map((n) => `question ${n}`),
  output: fc.constantFrom('yes', 'no', 'maybe'),
});
const rows = fc.array(row, { minLength: 12, maxLength: 60 });

const read = (list: readonly { input: string; output: string }[]): ReadInstance[] =>
  list.map(({ input, output }, i) => ({ id: `${i}`, input, outputs: [output] }));
const inputsOf = (instances: readonly Instance[]): string[] =>
  [...new Set(instances.map(({ input }) => input))].sort();
const distinct = (list: readonly { input: string }[]): number =>
  new Set(list.map(({ input }) => input)).size;

test('drawn splits hold every question once, whatever the order of the rows', () => {
  fc.assert(
    fc.property(rows, fc.integer(), (list, seed) => {
      fc.pre(distinct(list) > 3);
      const { splits } = splitInstances(read(list), name);
      const all = splitNames.flatMap((split) => inputsOf(splits[split]));
      expect(all.toSorted()).toEqual(inputsOf(read(list)));
      const shuffled = randomStream(seed, 'rows').shuffle(list);
      const other = splitInstances(read(shuffled), name).splits;
      for (const split of splitNames) {
        expect(inputsOf(other[split])).toEqual(inputsOf(splits[split]));
      }
    }),
  );
});

test('every answer of a row is kept, in training as it is, held out with its question', () => {
  fc.assert(
    fc.property(rows, (list) => {
      fc.pre(distinct(list) > 3);
      const { splits } = splitInstances(read(list), name);
      const said = splitNames.flatMap((split) =>
        splits[split].flatMap(({ input, outputs }) => outputs.map((one) => `${input}: ${one}`)),
      );
      expect(new Set(said)).toEqual(
        new Set(list.map(({ input, output }) => `${input}: ${output}`)),
      );
      for (const split of ['validation', 'test'] as const) {
        expect(splits[split].length).toBe(inputsOf(splits[split]).length);
      }
    }),
  );
});

test('instances of one group stay in one split, of which none is empty', () => {
  const grouped = fc.array(
    fc.record({ group: fc.integer({ min: 0, max: 9 }), input: fc.string({ maxLength: 6 }) }),
    { minLength: 12, maxLength: 60 },
  );
  fc.assert(
    fc.property(grouped, (list) => {
      fc.pre(new Set(list.map(({ group }) => group)).size > 2);
      const instances = list.map(({ group, input }, i): ReadInstance => {
        const text = `${group} ${input}`;
        return { id: `${i}`, input: text, outputs: ['a'], group: `${group}` };
      });
      const { splits } = splitInstances(instances, name);
      const groupsOf = (split: SplitName): Set<string> =>
        new Set(splits[split].map(({ input }) => input.split(' ')[0]!));
      const sizes = splitNames.map((split) => groupsOf(split).size);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(
        new Set(list.map(({ group }) => group)).size,
      );
    }),
  );
});

test('a split that the file names is kept; of a question in two the held-out one wins, and it is counted', () => {
  const strength = { train: 0, validation: 1, test: 2 };
  const named = fc.array(
    fc.record({
      input: fc.integer({ min: 0, max: 30 }).map((n) => `question ${n}`),
      split: fc.constantFrom(...splitNames),
    }),
    { minLength: 9, maxLength: 60 },
  );
  fc.assert(
    fc.property(named, (list) => {
      const strongest = new Map<string, SplitName>();
      for (const { input, split } of list) {
        const before = strongest.get(input) ?? 'train';
        strongest.set(input, strength[split] > strength[before] ? split : before);
      }
      const kept = list.filter(({ input, split }) => strongest.get(input) === split);
      fc.pre(splitNames.every((split) => kept.some((one) => one.split === split)));
      const instances = list.map(({ input, split }, i): ReadInstance => ({
        id: `${i}`,
        input,
        outputs: ['a'],
        split,
      }));
      const { splits, splitRule, alsoHeldOut } = splitInstances(instances, name);
      expect(splitRule).toBe('named');
      for (const split of splitNames) {
        const wanted = kept.filter((one) => one.split === split).map(({ input }) => input);
        expect(splits[split].map(({ input }) => input)).toEqual(wanted);
      }
      expect(alsoHeldOut.length).toBe(list.length - kept.length);
    }),
  );
});

test('worked examples never contain the question, though others give it other answers', () => {
  fc.assert(
    fc.property(rows, fc.integer(), fc.integer({ min: 1, max: 4 }), (list, seed, count) => {
      fc.pre(distinct(list) > 3);
      const { splits } = splitInstances(read(list), name);
      const task = { ...toyTask('a', 1), splits };
      const questions = splitNames.flatMap((split) => splits[split]);
      for (const question of questions) {
        const shots = drawShots(task, question, count, randomStream(seed, question.id));
        expect(shots.length).toBe(
          Math.min(count, splits.train.filter(({ input }) => input !== question.input).length),
        );
        expect(shots.map(({ input }) => input)).not.toContain(question.input);
      }
    }),
    { numRuns: 50 },
  );
});
