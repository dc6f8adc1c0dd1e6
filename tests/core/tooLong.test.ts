import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWithShots } from '../../src/core/batch/shots.ts';
import { createTokenizer } from '../../src/core/formats/tokenizerJson.ts';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import { renderExample } from '../../src/core/render/render.ts';
import { parts } from '../../src/core/render/segments.ts';
import type { Instance } from '../../src/core/tasks/task.ts';
import { cutMiddle, cutPieces } from '../../src/core/tokens/cutMiddle.ts';
import { encodeExample, type EncodedExample } from '../../src/core/tokens/encode.ts';
import { toyQuestion, toyTask } from './toys.ts';

const json: unknown = JSON.parse(readFileSync('public/models/nano/tokenizer.json', 'utf8'));
const tokenizer = createTokenizer(json);
const read = { tokenizer, format: mixdesk };

const textOf = ({ ids, partIds }: EncodedExample, isTarget: boolean): string =>
  tokenizer.decode(ids.filter((_, i) => (parts[partIds[i]!] === 'target') === isTarget));

const word = fc.constantFrom(
  'the',
  'otter',
  'é',
  '汤很热',
  '👩‍👩‍👧',
  'ن',
  'नि',
  '好'.repeat(40),
  'x'.repeat(60),
);
const words = (maxLength: number) =>
  fc.array(word, { minLength: 1, maxLength }).map((list) => list.join(' '));
const place = fc.constantFrom('before' as const, 'after' as const);

describe('what is too long', () => {
  it('keeps question and answer whole, begins and ends as it did, and is made of whole characters', () => {
    const example = fc.record({
      instruction: words(60),
      place,
      input: words(200),
      output: words(30),
      question: words(4),
    });
    let cuts = 0;
    fc.assert(
      fc.property(
        example,
        fc.integer({ min: 48, max: 256 }),
        ({ instruction, place: where, input, output, question }, maxLen) => {
          const asked = { input, options: [question, 'no'], showsOptions: true };
          const about = toyQuestion({ text: instruction, place: where }, asked);
          const encoded = encodeExample(renderExample(mixdesk, about, output), tokenizer, maxLen);
          if (!encoded) return;
          expect(encoded.ids.length).toBeLessThanOrEqual(maxLen);
          expect(textOf(encoded, true)).toBe(` ${output}`);
          const prompt = textOf(encoded, false);
          expect(prompt).not.toContain('\uFFFD');
          expect(prompt).toContain(`Options: ${question} / no\n`);
          if (where === 'after') expect(prompt.endsWith(`\n${instruction}\nOutput:`)).toBe(true);
          if (prompt.includes(` ... `)) cuts++;
          expect(prompt).toContain(
            `\nInput: ${cutPieces(input)[0]!}`.slice(where === 'after' ? 1 : 0),
          );
        },
      ),
      { seed: 18, numRuns: 150 },
    );
    expect(cuts).toBeGreaterThan(20);
  });
});

describe('a cut', () => {
  it('loses as few words as it can, evenly from the middle', () => {
    const pieces = cutPieces('one two three four five');
    expect(pieces.join('')).toBe('one two three four five');
    expect([5, 4, 3, 2, 1, 0].map((kept) => cutMiddle(pieces, kept))).toEqual([
      'one two three four five',
      'one two ... four five',
      'one two ... five',
      'one ... five',
      'one ...',
      '...',
    ]);
  });

  it('loses no half character: marks stay with their letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, kept) => {
        const pieces = cutPieces(text);
        expect(pieces.join('')).toBe(text);
        expect(cutMiddle(pieces, kept).isWellFormed()).toBe(true);
      }),
    );
    expect(cutPieces('नि'.repeat(13))).toEqual(Array.from({ length: 13 }, () => 'नि'));
  });

  it('loses its worked examples before anything else', () => {
    const task = toyTask('t', 3);
    const instance = task.splits.train[0]!;
    const asked = {
      task,
      wording: task.wordings[0]!,
      instance,
      shots: [{ input: 'x '.repeat(40), output: 'y' }],
    };
    const encoded = encodeWithShots(read, asked, 40)!;
    expect(textOf(encoded, false)).toBe('Do it.\nInput: t0\nOutput:');
  });
});

const file = '../shared/cases/long-input-many-instructions.jsonl';
describe.skipIf(!existsSync(file))('long-input-many-instructions.jsonl', () => {
  it('says what to do in every prompt, before or in the input', () => {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const row = JSON.parse(line) as Record<'instruction' | 'input' | 'output', string>;
      const { instruction, input, output } = row;
      const task = toyTask('t', 1);
      for (const [text, given] of [
        [instruction, input],
        ['', `${instruction}\n${input}`],
        ['', `${input}\n${instruction}`],
      ] as const) {
        const instance: Instance = { id: '0', input: given, outputs: [output] };
        const wording = { id: 'w', text, place: 'before' as const };
        const encoded = encodeWithShots(read, { task, wording, instance, shots: [] }, 256)!;
        expect(textOf(encoded, false)).toContain(instruction);
        expect(textOf(encoded, false)).toContain(' ... ');
        expect(textOf(encoded, true)).toBe(` ${output}`);
      }
    }
  });
});
