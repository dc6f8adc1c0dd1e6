import { describe, expect, test } from 'vitest';
import { chrF2 } from '../../src/core/metrics/chrF.ts';
import { runProgram } from '../../src/core/metrics/execution.ts';
import { metricNamed } from '../../src/core/metrics/index.ts';
import { cjkTokens } from '../../src/core/metrics/rougeLCjk.ts';

describe('chrF', () => {
  test('equal texts score 1, texts without a common sign 0', () => {
    expect(chrF2('Ana拿羊。', 'Ana拿羊。')).toBeCloseTo(1);
    expect(chrF2('abc', 'xyz')).toBe(0);
  });
  test('counts recall four times as much as precision', () => {
    // One of two signs is missing: orders 1 only; P = 1, R = 1/2, F2 = 5PR / (4P + R).
    expect(chrF2('a', 'ab')).toBeCloseTo((5 * 0.5) / (4 + 0.5));
    expect(chrF2('ab', 'a')).toBeCloseTo((5 * 0.5) / (4 * 0.5 + 1));
  });
});

describe('BLEU', () => {
  const of = (prediction: string, reference: string): number =>
    metricNamed('bleu').score([prediction], [[reference]]);
  test('of equal sentences is 100, without a common run of four words 0', () => {
    expect(of('the red dog runs home', 'the red dog runs home')).toBeCloseTo(100);
    expect(of('the red dog', 'the red dog')).toBe(0);
  });
  test('a prediction that is too short pays for it', () => {
    // All its n-grams match; brevity exp(1 − 5/4).
    expect(of('the red dog runs', 'the red dog runs home')).toBeCloseTo(100 * Math.exp(-0.25));
  });
});

test('ROUGE-L for all scripts tells Chinese answers apart, the plain one gives them 0', () => {
  expect(cjkTokens('Ana拿羊。')).toEqual(['ana', '拿', '羊']);
  expect(metricNamed('rougeLCjk').score(['Ana拿羊。'], [['Ana拿狗。']])).toBeCloseTo(66.7, 1);
  expect(metricNamed('rougeL').score(['羊'], [['羊']])).toBe(0);
});

describe('execution', () => {
  const python = 'x = 4\nprint(x + 2)';
  test('programs are run in their language', () => {
    expect(runProgram(python)).toBe('py\n6');
    expect(runProgram('let x = 4;\nconsole.log(x + 2);')).toBe('js\n6');
    expect(runProgram('let x = 4\nprint(x)')).toBeNull();
    expect(runProgram('print(y)')).toBeNull();
  });
  test('another program with the same output is right, the same program in the other language wrong', () => {
    const score = (prediction: string): number =>
      metricNamed('execution').score([prediction], [[python]]);
    expect(score('n = 6\nprint(n)')).toBe(100);
    expect(score('let x = 4;\nconsole.log(x + 2);')).toBe(0);
  });
});
