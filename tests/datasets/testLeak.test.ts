import { expect, test } from 'vitest';
import { leakFreeDocument } from '../../scripts/datasets/leakFreeDocument.ts';
import { createLeakFinder } from '../../scripts/datasets/testLeak.ts';
import { corpusDocument } from '../../scripts/pretrain/corpus/index.ts';
import { taskFiles } from './files.ts';

const instance = (id: string, input: string, output: string, split = 'test') => ({
  id,
  input,
  output: [output],
  split,
});

const findLeak = createLeakFinder([
  {
    Instances: [
      instance('short', 'the red dog', 'le chien rouge'),
      instance('long', 'Tom had a kite. He lost it at the lake on Monday.', 'Tom lost a kite.'),
      instance('trained', 'the green hat', 'le chapeau vert', 'train'),
    ],
  },
]);

test('a long test input is a leak wherever it stands, whatever its case and signs', () => {
  expect(findLeak('One day TOM had a kite; he lost it at the lake\non Monday! So.')).toBe('long');
});

test('a short test input is a leak only together with its answer', () => {
  expect(findLeak('Ana saw the red dog.')).toBeUndefined();
  expect(findLeak('A sign: le chien rouge – the red dog')).toBe('short');
});

test('parts of words and training instances are no leaks', () => {
  expect(findLeak('the red dogs – le chien rouge')).toBeUndefined();
  expect(findLeak('the green hat – le chapeau vert')).toBeUndefined();
});

test('a document that quotes a published test instance is found', () => {
  const published = createLeakFinder(taskFiles);
  for (const { Instances } of taskFiles) {
    const tested = Instances.find(({ split }) => split === 'test')!;
    expect(published(`Before. ${tested.input} ${tested.output[0]} After.`)).toBe(tested.id);
  }
});

test('documents for pre-training hold no test instance; those of the plain corpus do', () => {
  const findPublished = createLeakFinder(taskFiles);
  const leaks = (write: typeof corpusDocument) =>
    Array.from({ length: 4000 }, (_, index) => findPublished(write('mixdesk', index))).filter(
      (id) => id !== undefined,
    );
  expect(leaks(leakFreeDocument)).toEqual([]);
  // Otherwise the check above could not fail.
  expect(leaks(corpusDocument).length).toBeGreaterThan(0);
});
