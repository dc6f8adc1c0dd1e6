import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainBpe } from '../../../content/tokenizer/bpe.ts';
import { byteAlphabet, preTokenize } from '../../../content/tokenizer/byteLevel.ts';
import {
  specialTokens,
  tokenizerConfigJson,
  tokenizerJson,
} from '../../../content/tokenizer/tokenizerJson.ts';

const corpus =
  'Tom has a red hat. The red hat is his. 12 cups, 7 pears; "Where is Tom?" asked Ana.\n';

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function trainOn(words: readonly string[], vocabSize = 300) {
  return trainBpe(countWords(words), { vocabSize, specialTokens, alphabet: byteAlphabet });
}

function loaded(): Tokenizer {
  return new Tokenizer(tokenizerJson(trainOn(preTokenize(corpus))), tokenizerConfigJson(256));
}

describe('trainBpe', () => {
  it('makes the merges worked out by hand', () => {
    // hug ×10, pug ×5, pun ×12, bun ×4, hugs ×5: ug 20, then un 16, then hug 15 (Sennrich's rule).
    const counts = { hug: 10, pug: 5, pun: 12, bun: 4, hugs: 5 };
    const { merges, vocab } = trainBpe(new Map(Object.entries(counts)), {
      vocabSize: 2 + 7 + 5,
      specialTokens,
      alphabet: ['b', 'g', 'h', 'n', 'p', 's', 'u'],
    });
    const joined = merges.map(([left, right]) => `${left}+${right}`);
    expect(joined).toEqual(['u+g', 'u+n', 'h+ug', 'p+un', 'hug+s']);
    expect(vocab.slice(-5)).toEqual(['ug', 'un', 'hug', 'pun', 'hugs']);
  });

  it('gives a tie to the smaller pair, left token first', () => {
    const { merges } = trainOn(['zb', 'ab', 'aa', 'za'], 259);
    expect(merges).toEqual([['a', 'a']]);
  });

  it('merges a run of equal letters from the left', () => {
    const { merges } = trainOn(['aaa', 'aaa', 'aaa'], 260);
    expect(merges).toEqual([
      ['a', 'a'],
      ['aa', 'a'],
    ]);
  });

  it('does not depend on the order of the words', () => {
    const words = preTokenize(corpus);
    expect(trainOn(words.toReversed())).toEqual(trainOn(words));
  });

  it('counts a token that two merges can make once', () => {
    const { vocab } = trainOn(['abc', 'abc', 'ab', 'xbc', 'bc', 'bc'], 262);
    expect(new Set(vocab).size).toBe(vocab.length);
  });

  it('stops when nothing is left to merge', () => {
    expect(trainOn(['ab'], 300).vocab).toHaveLength(259);
  });

  it('refuses a vocabulary without room for all bytes', () => {
    expect(() => trainOn(['ab'], 100)).toThrow(/vocabSize is 100.*need 258/);
  });
});

describe('the tokenizer.json read by @huggingface/tokenizers', () => {
  const tokenizer = loaded();
  const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: false });

  it('brings any Unicode text back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(tokenizer.decode(encode(text).ids, { skip_special_tokens: true })).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps English, code, Chinese and emoji with their spaces', () => {
    const text = "I 've  no hats .\n\tfor (let i = 0; i < 10; i++) {}\n 红色的狗 🐶 l'été , n't";
    expect(tokenizer.decode(encode(text).ids, { skip_special_tokens: true })).toBe(text);
  });

  it('splits words as the trainer does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const joined = encode(text).tokens.join('');
        expect(joined).toBe(preTokenize(text).join(''));
      }),
    );
    expect(preTokenize("It's 47 red  cups!")).toEqual([
      'It',
      "'s",
      'Ġ',
      '4',
      '7',
      'Ġred',
      'Ġ',
      'Ġcups',
      '!',
    ]);
  });

  it('applies the merges in their order', () => {
    expect(encode(' red hat 12').tokens).toEqual(['Ġred', 'Ġhat', 'Ġ', '1', '2']);
  });

  it('knows padding as 0 and end of sequence as 1', () => {
    expect(encode('<pad><eos>').ids).toEqual([0, 1]);
    expect(tokenizer.decode([0, 1], { skip_special_tokens: true })).toBe('');
  });
});
