import { describe, expect, test } from 'vitest';
import { metricNamed, metrics } from '../../src/core/metrics/index.ts';
import { porterStem } from '../../src/core/metrics/porterStemmer.ts';
import { rougeLF1, rougeTokens } from '../../src/core/metrics/rougeL.ts';

const one = (name: string, prediction: string, ...references: string[]) =>
  metricNamed(name).score([prediction], [references]);

describe('exact match', () => {
  test('ignores case, ASCII punctuation and white space, keeps articles', () => {
    expect(one('exactMatch', ' On the  Hill! ', 'on the hill')).toBe(100);
    expect(one('exactMatch', 'hill', 'the hill')).toBe(0);
  });
  test('takes the best of several references', () => {
    expect(one('exactMatch', 'barn', 'lake', 'barn')).toBe(100);
  });
});

describe('strict match', () => {
  test('tells x = [1] from x = 1, which exact match does not', () => {
    expect(one('exactMatch', 'x = [1]', 'x = 1')).toBe(100);
    expect(one('strictMatch', 'x = [1]', 'x = 1')).toBe(0);
  });
  test('white space alone does not matter', () => {
    expect(one('strictMatch', 'let x = 1;\n print', 'let x = 1; print')).toBe(100);
  });
});

describe('accuracy', () => {
  test('reads the first line of the answer', () => {
    expect(one('accuracy', ' Yes.\nInput: more', 'yes')).toBe(100);
    expect(
      metricNamed('accuracy').score(
        ['yes', 'no', 'no', 'maybe'],
        [['yes'], ['no'], ['yes'], ['yes']],
      ),
    ).toBe(50);
  });
});

describe('ROUGE-L', () => {
  // The first four from the tests of Google's rouge_score (rouge_scorer_test.py).
  test.each([
    ['testing one', 'testing one two', 0.8],
    ['testing two', 'testing one two', 0.8],
    ['', 'testing one two', 0],
    ['testing one two', 'testing one two', 1],
    ['anna lost a hat in the park', 'anna lost her red hat in the park', 0.8], // LCS 6, P 6/7, R 3/4
  ])('%j against %j', (prediction, reference, expected) => {
    expect(rougeLF1(prediction, reference)).toBeCloseTo(expected, 12);
  });
  test('stems words of more than three letters', () => {
    expect(rougeTokens('Running dogs was ran')).toEqual(['run', 'dog', 'was', 'ran']);
  });
  test('is a mean over instances of the best reference', () => {
    expect(metricNamed('rougeL').score(['a b', 'x'], [['q', 'a b'], ['y']])).toBe(50);
  });
});

describe('Porter stemmer', () => {
  // Porter (1980), the examples of the paper's steps 1 to 5, followed through all steps.
  test.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['relational', 'relat'],
    ['conditional', 'condit'],
    ['digitizer', 'digit'],
    ['vietnamization', 'vietnam'],
    ['sensibiliti', 'sensibl'],
    ['triplicate', 'triplic'],
    ['electrical', 'electr'],
    ['hopefulness', 'hope'],
    ['revival', 'reviv'],
    ['adoption', 'adopt'],
    ['rate', 'rate'],
    ['controll', 'control'],
  ])('%s → %s', (word, stem) => expect(porterStem(word)).toBe(stem));

  test("NLTK's departures: dies, died, sky, enjoy", () => {
    expect(['dies', 'died', 'skies', 'enjoy'].map(porterStem)).toEqual([
      'die',
      'die',
      'sky',
      'enjoy',
    ]);
  });
});

describe('set F1', () => {
  test('counts are summed over the instances before the ratio', () => {
    // hits 1 + 2, predicted 2 + 2, wanted 1 + 3: 2·3 / (4 + 4)
    expect(metricNamed('setF1').score(['Tom, Ana', 'Leo, Mia'], [['Tom'], ['Leo, Mia, Eva']])).toBe(
      75,
    );
  });
  test('order and case do not matter, "none" is the empty list', () => {
    expect(one('setF1', 'lake, Barn', 'barn, lake')).toBe(100);
    expect(one('setF1', 'none', 'none')).toBe(100);
    expect(one('setF1', 'lake', 'none')).toBe(0);
  });
});

test('every metric is registered under its own name and scores nothing as 0', () => {
  for (const metric of metrics) {
    expect(metric.score([], [])).toBe(0);
  }
});
