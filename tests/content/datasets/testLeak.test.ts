import { expect, test } from 'vitest';
import { createLeakFinder } from '../../../content/datasets/testLeak.ts';

const long = {
  id: 'long',
  input: 'Ana put the red kite in the barn.\nQuestion: Where is the kite?',
  output: 'in the barn',
};
const short = { id: 'short', input: 'the red dog', output: 'le chien rouge' };
const find = createLeakFinder([long, short]);

test('a long input is found whole, whatever its letter case, signs and line breaks', () => {
  expect(find('One day ANA put the red kite in the barn! Question... where is the kite')).toEqual([
    'long',
  ]);
  expect(find('Ana put the red kite in the barn.')).toEqual([]);
});

test('a short input is found only together with its answer', () => {
  expect(find('Tom saw the red dog.')).toEqual([]);
  expect(find('the red dog: le chien rouge')).toEqual(['short']);
});

test('a word that only begins like the input is not the input', () => {
  expect(find('the red dogs – le chien rouge')).toEqual([]);
});
