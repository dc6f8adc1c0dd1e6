import { readFileSync } from 'node:fs';
import { Tokenizer as HfTokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/core/formats/tokenizerJson.ts';

const json = JSON.parse(readFileSync('public/models/nano/tokenizer.json', 'utf8')) as object;
const tokenizer = createTokenizer(json);
const whole = new HfTokenizer(json, { clean_up_tokenization_spaces: false });
const wholeIds = (text: string): number[] => whole.encode(text, { add_special_tokens: false }).ids;

describe('encoding word by word', () => {
  it('gives the ids of the whole text for built-in tasks', () => {
    const task = JSON.parse(readFileSync('public/datasets/code_py_js.json', 'utf8')) as {
      Instances: { input: string }[];
    };
    for (const { input } of task.Instances.slice(0, 300)) {
      expect(tokenizer.encode(input), input).toEqual(wholeIds(input));
    }
  });

  it('gives the ids of the whole text for any mix of words, spaces, digits and signs', () => {
    const pieces = fc.constantFrom(
      ' ',
      '  ',
      '\n',
      '\t',
      'the',
      'Ravi',
      "'s",
      '12',
      '7',
      '.',
      '?!',
      'é',
      '红',
      '—',
      '_',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (words) => {
        const text = words.join('');
        expect(tokenizer.encode(text)).toEqual(text === '' ? [] : wholeIds(text));
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
