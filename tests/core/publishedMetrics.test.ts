import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bleu, corpusBleu } from '../../src/core/metrics/bleu.ts';
import { tokens13a, tokensZh } from '../../src/core/metrics/bleuTokens.ts';
import { metricNamed } from '../../src/core/metrics/index.ts';

/**
 * Scores that the published programs gave for pairs of our own, 28 November 2026, Python 3.11:
 * - `bleu13a`, `bleuZh`, `chrF`: sacreBLEU 2.6.0, `BLEU(tokenize='13a' | 'zh', smooth_method='none')` and
 *   `CHRF()`, `corpus_score([prediction], [[reference]]).score`; `corpus` is all pairs at once,
 *   `twoReferences` the same with a second reference, "the" made "a" and " indeed" behind it.
 * - `rougeL`: the steps of rouge_score (lower case, `[^a-z0-9]+` to a space, `PorterStemmer` of NLTK 3.10.3 on
 *   words of more than three letters, F-measure of the LCS), written down in Python.
 * - `squadF1`, `squadExactMatch`: the steps of SQuAD's evaluate-v2.0.py (lower case, `string.punctuation` out,
 *   `\b(a|an|the)\b` out, white space collapsed; F1 over Counters of words), written down in Python.
 * 3,000 more pairs, put together at random from the same kinds of pieces, differed by less than 1e-9.
 */
interface Published {
  readonly pairs: readonly PublishedPair[];
  readonly corpus: Readonly<Record<'bleu13a' | 'bleuZh' | 'chrF', number>>;
  readonly twoReferences: Readonly<Record<'bleu13a' | 'chrF', number>>;
}
interface PublishedPair {
  readonly prediction: string;
  readonly reference: string;
  readonly bleu13a: number;
  readonly bleuZh: number;
  readonly chrF: number;
  readonly rougeL: number;
  readonly squadF1: number;
  readonly squadExactMatch: number;
}

const { pairs, corpus, twoReferences } = JSON.parse(
  readFileSync('tests/fixtures/metrics/published.json', 'utf8'),
) as Published;
const predictions = pairs.map(({ prediction }) => prediction);

describe.each(pairs)('$prediction | $reference', (pair) => {
  const { prediction, reference } = pair;
  test("BLEU is sacreBLEU's 13a and zh", () => {
    expect(corpusBleu([prediction], [[reference]], tokens13a)).toBeCloseTo(pair.bleu13a, 8);
    expect(corpusBleu([prediction], [[reference]], tokensZh)).toBeCloseTo(pair.bleuZh, 8);
  });
  test.each(['chrF', 'rougeL', 'squadF1', 'squadExactMatch'] as const)(
    '%s is the published one',
    (name) => {
      expect(metricNamed(name).score([prediction], [[reference]])).toBeCloseTo(pair[name], 8);
    },
  );
});

test('a corpus is scored from summed counts, not as a mean of sentences', () => {
  const references = pairs.map(({ reference }) => [reference]);
  expect(corpusBleu(predictions, references, tokens13a)).toBeCloseTo(corpus.bleu13a, 8);
  expect(corpusBleu(predictions, references, tokensZh)).toBeCloseTo(corpus.bleuZh, 8);
  expect(metricNamed('chrF').score(predictions, references)).toBeCloseTo(corpus.chrF, 8);
});

test('with two references the better one counts', () => {
  const references = pairs.map(({ reference }) => [
    reference,
    `${reference.replaceAll('the', 'a')} indeed`,
  ]);
  expect(corpusBleu(predictions, references, tokens13a)).toBeCloseTo(twoReferences.bleu13a, 8);
  expect(metricNamed('chrF').score(predictions, references)).toBeCloseTo(twoReferences.chrF, 8);
});

test('of two references as close in length the shorter one counts for brevity', () => {
  // Length 5, references of 4 and 6: no penalty. All but the 4-grams are (4, 3, 2, 1) of (5, 4, 3, 2).
  const expected = 100 * ((4 / 5) * (3 / 4) * (2 / 3) * (1 / 2)) ** (1 / 4);
  const score = bleu.score(['a b c d x'], [['p q r s t u', 'a b c d']]);
  expect(score).toBeCloseTo(expected, 10);
});

test('BLEU takes Chinese answers apart by sign, by itself', () => {
  expect(bleu.score(['他有两只猫。'], [['他有两只猫。']])).toBeCloseTo(100, 10);
  // An English name in a Chinese sentence doesn't make it English.
  expect(bleu.score(['Tom有两只大猫。'], [['Tom有两只大猫。']])).toBeCloseTo(100, 10);
  expect(bleu.score(['a red dog runs'], [['a red dog runs']])).toBeCloseTo(100, 10);
});

interface CasePair {
  readonly prediction: string;
  readonly references: readonly string[];
  readonly sacrebleu13aNoSmoothing?: number;
  readonly sacrebleuZhNoSmoothing?: number;
}
const cases = '../shared/cases/bleu-pairs.json';
test.skipIf(!existsSync(cases))(
  'the pairs of bleu-pairs.json have the scores that stand beside them',
  () => {
    const given = JSON.parse(readFileSync(cases, 'utf8')) as readonly CasePair[];
    expect(given.length).toBeGreaterThan(0);
    for (const { prediction, references, ...scores } of given) {
      const wanted = scores.sacrebleu13aNoSmoothing ?? scores.sacrebleuZhNoSmoothing;
      expect(bleu.score([prediction], [references])).toBeCloseTo(wanted!, 2);
    }
  },
);
