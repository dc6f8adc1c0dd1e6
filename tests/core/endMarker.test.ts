import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutEndMarker } from '../../src/core/tasks/endMarker.ts';

const words = ['river', 'the sea', 'a < b', '[1, 2]', '<b>bold</b>', 'x</p>'];
const markers = [
  ...['<|endoftext|>', '</s>', '<|im_end|>', '<eos>', '[EOS]', '<|eot_id|>', '<|end|>', '<EOT>'],
  ...[
    '<end_of_turn>',
    '<|end_of_text|>',
    '[SEP]',
    '<|END_OF_TURN_TOKEN|>',
    '<｜end▁of▁sentence｜>',
    '</S>',
  ],
];

describe("another model's end marker", () => {
  it.each(markers)('%s is taken off the end of every answer, white space or none', (marker) => {
    const written = words.map(
      (word, i) => `${word}${['', ' ', '\n'][i % 3]}${marker}${['', '\n'][i % 2]}`,
    );
    expect(withoutEndMarker(written)).toEqual({ marker, outputs: words, taken: words.length });
  });

  it('leaves nothing of an answer that is nothing else, however often it stands there', () => {
    const outputs = ['</s>', ' </s> ', '</s></s>', 'tea</s></s>'];
    expect(withoutEndMarker(outputs)).toEqual({
      marker: '</s>',
      outputs: ['', '', '', 'tea'],
      taken: 4,
    });
  });

  it('may be two, one behind the other', () => {
    const outputs = words.map((word) => `${word}<|im_end|><|endoftext|>`);
    const marker = '<|im_end|><|endoftext|>';
    expect(withoutEndMarker(outputs)).toEqual({ marker, outputs: words, taken: words.length });
  });

  it('may be missing at few answers, which stay as they are; empty ones count for nothing', () => {
    const outputs = [...Array.from({ length: 19 }, (_, i) => `no ${i}</s>`), 'cut off', '', ''];
    const { marker, outputs: rest, taken } = withoutEndMarker(outputs);
    expect([marker, taken, rest[3], ...rest.slice(19)]).toEqual([
      '</s>',
      19,
      'no 3',
      'cut off',
      '',
      '',
    ]);
  });
});

describe('what is no end marker', () => {
  it('is none where fewer end with it: then it is an answer like others', () => {
    const outputs = ['a</s>', 'b', 'c</s>', 'd</s>', 'e'];
    expect(withoutEndMarker(outputs)).toEqual({ marker: null, outputs, taken: 0 });
  });

  it.each([
    '</div>',
    '</p>',
    '</html>',
    '<br>',
    '[1]',
    '[END_DATE]',
    '</summary>',
    '.',
    '<|user|>',
  ])('%s is none', (tag) => {
    const outputs = words.map((word) => word + tag);
    expect(withoutEndMarker(outputs)).toEqual({ marker: null, outputs, taken: 0 });
  });

  it('of any answers gives those that do not end with it, and what is left ends with no marker', () => {
    const answer = fc.string({ unit: fc.constantFrom('a', ' ', '<', '>', '|', '/', 's', '\n') });
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 3 }),
        fc.constantFrom(...markers),
        (bare, marker) => {
          const { outputs, marker: found } = withoutEndMarker(bare.map((one) => one + marker));
          expect(found?.endsWith(marker)).toBe(true);
          expect(withoutEndMarker(outputs).marker).toBe(null);
          outputs.forEach((output, i) => expect(bare[i]!.startsWith(output)).toBe(true));
        },
      ),
      { seed: 18, numRuns: 500 },
    );
  });
});

const cases = '../shared/cases/foreign-end-marker.jsonl';
const rendered = '../shared/data/p3-rendered/trec_trec1.jsonl';
const completions = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { completion: string }).completion);

describe.skipIf(!existsSync(cases))('published files', () => {
  it('foreign-end-marker.jsonl: words are left', () => {
    const { marker, outputs } = withoutEndMarker(completions(cases));
    expect([marker, outputs[0]]).toEqual(['<|endoftext|>', 'river']);
  });
  it('trec_trec1.jsonl: nothing is left', () => {
    const { outputs } = withoutEndMarker(completions(rendered));
    expect(new Set(outputs)).toEqual(new Set(['']));
  });
});
