import { expect, test } from 'vitest';
import { heldOutBatch } from '../../src/core/batch/heldOutBatch.ts';
import { parseHeldOutTexts } from '../../src/core/rehearsal/heldOutTexts.ts';
import { inWords } from '../inWords.ts';
import { characterTokenizer as tokenizer } from './toys.ts';

test('every token carries loss but the first of each text, in no more rows than are needed', () => {
  const batch = heldOutBatch(['abcdef', 'gh', 'ijk'], tokenizer, 8);
  expect(batch).toMatchObject({ batchSize: 2, seqLen: 8 });
  // Six letters, two and three, each with its end; predicted is what follows a token.
  expect(batch.exampleIds.filter((id) => id > 0)).toHaveLength(7 + 3 + 4);
  expect(batch.lossMask.reduce((sum, one) => sum + one, 0)).toBe(6 + 2 + 3);
  const predicted = [...batch.targets].filter((_, at) => batch.lossMask[at] === 1);
  const ends = predicted.filter((id) => id === tokenizer.eosId);
  expect(ends).toHaveLength(3);
  const words = tokenizer.decode(predicted.filter((id) => id !== tokenizer.eosId));
  expect([...words].sort().join('')).toBe('bcdefhjk');
});

test('a text longer than a row is cut', () => {
  const batch = heldOutBatch(['abcdefghijkl'], tokenizer, 8);
  expect(batch.batchSize).toBe(1);
  expect(tokenizer.decode([...batch.inputIds])).toBe('abcdefgh');
});

test('a file without texts is refused by its name', () => {
  for (const raw of [null, {}, { texts: [] }, { texts: [1] }]) {
    expect(inWords(() => parseHeldOutTexts(raw, 'held.json'))).toThrow(/held\.json/);
  }
});
