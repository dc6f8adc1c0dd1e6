import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/core/formats/tokenizerJson.ts';
import { fillSlots } from '../../src/core/render/fillSlots.ts';
import { formatNamed } from '../../src/core/render/index.ts';
import { renderExample } from '../../src/core/render/render.ts';
import { parts } from '../../src/core/render/segments.ts';
import { encodeExample } from '../../src/core/tokens/encode.ts';

const json: unknown = JSON.parse(readFileSync('public/models/nano/tokenizer.json', 'utf8'));
const tokenizer = createTokenizer(json);
const specialIds = [tokenizer.eosId, tokenizer.padId];
const isSpecial = (id: number): boolean => specialIds.includes(id);

const markers = [
  '<eos>',
  '<pad>',
  '<bos>',
  '</s>',
  '<|endoftext|>',
  '<|im_end|>',
  '[EOS]',
  '<e',
  'os>',
];
/** Any characters, markers among them. */
const text = fc
  .array(fc.oneof(fc.constantFrom(...markers), fc.string({ unit: 'binary', maxLength: 6 })))
  .map((pieces) => pieces.join(''));

describe('markers in data', () => {
  it('are text: they come back whole, and no special id is among their tokens', () => {
    fc.assert(
      fc.property(text, (one) => {
        const ids = tokenizer.encode(one);
        expect(ids.some(isSpecial)).toBe(false);
        expect(tokenizer.decode(ids)).toBe(one);
        const bytes = ids.reduce((sum, id) => sum + tokenizer.byteLength(id), 0);
        expect(bytes).toBe(new TextEncoder().encode(one).length);
      }),
      { seed: 18, numRuns: 1000 },
    );
  });

  it('end nothing and move no part, wherever in an example they stand', () => {
    fc.assert(
      fc.property(text, text, text, text, (instruction, input, shot, output) => {
        const question = {
          task: null,
          instruction: { text: instruction, place: 'before' as const },
          asked: { input },
          shots: [{ input: shot, output: shot }],
        };
        const rendered = renderExample(formatNamed('mixdesk'), question, output);
        const { ids, partIds } = encodeExample(rendered, tokenizer, 100_000)!;
        expect(ids.flatMap((id, i) => (isSpecial(id) ? [i] : []))).toEqual([ids.length - 1]);
        expect(ids.at(-1)).toBe(tokenizer.eosId);
        const target = ids.filter((_, i) => partIds[i] === parts.indexOf('target'));
        expect(tokenizer.decode(target)).toBe(` ${output}`);
      }),
      { seed: 19, numRuns: 300 },
    );
  });
});

describe('slots', () => {
  it('are filled by their own keys: {constructor} is text', () => {
    const asked = 'Say {constructor}, {toString}, {__proto__}, {hasOwnProperty} and {w}.';
    expect(fillSlots(asked, { w: 'tea' })).toBe(asked.replace('{w}', 'tea'));
    const own = JSON.parse('{"__proto__":"p","constructor":"c"}') as Record<string, string>;
    expect(fillSlots('{__proto__} {constructor}', own)).toBe('p c');
  });

  it('put in what they hold as it is, braces and dollar signs too', () => {
    expect(fillSlots('{a} {b}', { a: '{b}', b: "$& $' $1" })).toBe("{b} $& $' $1");
  });
});

const file = '../shared/cases/own-end-marker.jsonl';
describe.skipIf(!existsSync(file))('own-end-marker.jsonl', () => {
  it('is read sign by sign', () => {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    expect(lines.some((line) => line.includes('<eos>'))).toBe(true);
    for (const line of lines) {
      const ids = tokenizer.encode(line);
      expect(ids.some(isSpecial)).toBe(false);
      expect(tokenizer.decode(ids)).toBe(line);
    }
  });
});
