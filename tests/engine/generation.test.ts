import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/core/random.ts';
import { sampleToken } from '../../workers/generation/sampleToken.ts';
import { createTextStream } from '../../workers/generation/textStream.ts';
import { weighToken } from '../../workers/generation/weighToken.ts';
import { startTrainerInNode } from '../structure/additions/trainerInNode.ts';
import { checkTokens } from './checkTokens.ts';

describe('sampling a token', () => {
  const logits = Float32Array.of(0, Math.log(2), Math.log(5)); // probabilities 1/8, 2/8, 5/8

  const shares = (temperature: number, topP: number): number[] => {
    const random = randomStream(3, 'sample');
    const counts = [0, 0, 0];
    for (let i = 0; i < 4000; i++) counts[sampleToken(logits, temperature, topP, random)]! += 1;
    return counts.map((count) => count / 4000);
  };

  it('follows the softmax at temperature 1', () => {
    const [a, b, c] = shares(1, 1);
    expect(a).toBeCloseTo(1 / 8, 1);
    expect(b).toBeCloseTo(2 / 8, 1);
    expect(c).toBeCloseTo(5 / 8, 1);
  });

  it('takes the best at temperature 0', () => {
    expect(shares(0, 1)).toEqual([0, 0, 1]);
  });

  it('keeps the smallest set that holds the nucleus', () => {
    const [a, b] = shares(1, 0.8);
    expect(a).toBe(0);
    expect(b).toBeCloseTo(2 / 7, 1);
  });
});

describe('weighing a token', () => {
  const tokenizer = { decode: ([id]: readonly number[]) => `t${id}` };

  it('gives its probability and the five likeliest, of equal ones the first', () => {
    const logits = Float32Array.of(...[1, 8, 2, 4, 4, 16, 1].map(Math.log)); // of 36
    const { id, text, probability, alternatives } = weighToken(logits, 2, tokenizer);
    expect([id, text]).toEqual([2, 't2']);
    expect(probability).toBeCloseTo(2 / 36, 6);
    expect(alternatives.map((one) => one.id)).toEqual([5, 1, 3, 4, 2]);
    expect(alternatives.map((one) => Math.round(36 * one.probability))).toEqual([16, 8, 4, 4, 2]);
  });
});

describe('an answer token by token, on plain JavaScript', () => {
  it('adds up to its loss, and is continued from another token', async () => {
    const trainer = await startTrainerInNode({});
    await checkTokens(trainer.api);
    trainer.close();
  }, 120_000);
});

describe('a text stream', () => {
  /** Token id = one UTF-8 byte. */
  const tokenizer = {
    decode: (ids: readonly number[]) => new TextDecoder().decode(Uint8Array.from(ids)),
  };

  it('holds back a character until all its bytes have come, and drops the first space', () => {
    const stream = createTextStream(tokenizer);
    const pieces = Array.from(new TextEncoder().encode(' a😀é'), (byte) => stream.push(byte));
    expect(pieces).toEqual(['', 'a', '', '', '', '😀', '', 'é']);
    expect(stream.text()).toBe('a😀é');
  });
});
