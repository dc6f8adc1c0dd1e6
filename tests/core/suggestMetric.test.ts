import { describe, expect, test } from 'vitest';
import { metricNamed } from '../../src/core/metrics/index.ts';
import { metricThatSees, suggestMetric } from '../../src/core/metrics/suggestMetric.ts';

const times = (n: number, ...answers: string[]): string[] =>
  Array.from({ length: n }, () => answers).flat();

const kinds: readonly (readonly [string, string, readonly string[]])[] = [
  ['whole numbers, some below zero', 'strictMatch', ['5', '-5', '12', '0', '-7', '31']],
  ['decimals', 'strictMatch', ['3.14', '314', '2.5', '1,250.50', '0.1']],
  ['amounts, shares and times', 'strictMatch', ['40 %', '12:30', '€ 3.50', '2/3', '1990-1995']],
  ['signs of comparison', 'strictMatch', times(9, '<', '>')],
  ['signs and a word that is as rare', 'strictMatch', times(9, '#', '&', '@', '%')],
  ['a bar and two bars', 'strictMatch', times(3, '|', '||', '|||')],
  ['labels that differ by a sign alone', 'strictMatch', times(5, 'C', 'C++', 'C#')],
  ['emoji as labels', 'strictMatch', times(5, '😀', '😢')],
  ['Python', 'strictMatch', ['x = 3\nprint(x)', 'def f(a):\n  return a', 'y = [1]', 'print(2)']],
  ['JavaScript', 'strictMatch', ['let x = 1;', 'const f = (a) => a;', 'console.log(f(2));']],
  ['yes and no', 'exactMatch', times(10, 'yes', 'no')],
  ['yes, with and without a full stop', 'exactMatch', times(10, 'Yes.', 'yes', 'No', 'No.')],
  ['labels of two words', 'exactMatch', times(4, 'very good', 'very bad', 'neither')],
  ['Chinese labels', 'exactMatch', times(10, '好评', '差评')],
  ['Hindi labels', 'exactMatch', times(10, 'हाँ', 'नहीं')],
  [
    'lists of names',
    'setF1',
    ['Tom, Ana', 'Mia; Leo; Eva', 'Tom', 'the lake, the barn', 'Ben, Zoe'],
  ],
  ['Chinese lists', 'setF1', ['苹果、梨', '梨、桃、李子', '苹果', '桃、杏']],
  [
    'sentences',
    'rougeL',
    [
      'The dog ran home, and it slept.',
      'Ana lost her red hat in the park.',
      'It rained for a week.',
    ],
  ],
  [
    'French sentences',
    'rougeL',
    ['Le chien rouge est rentré.', 'Où est la clé de la maison ?', 'Été.'],
  ],
  ['names that are all different', 'rougeL', ['Tom', 'Ana Bell', 'Leo', 'Mia', 'Eva Stone']],
  [
    'titles with a comma',
    'rougeL',
    ['A hat, lost in the old park', 'Rain, and what came after it'],
  ],
  ['Chinese sentences', 'rougeLCjk', ['他们昨天看见了三只猫。', '我今天很高兴见到你。']],
  ['Japanese sentences', 'rougeLCjk', ['ねこがすきです。', 'きのう公園で犬をみました。']],
  ['Hindi sentences', 'rougeLCjk', ['मुझे किताबें पढ़ना पसंद है', 'वह कल घर गया था']],
  ['Russian sentences', 'rougeLCjk', ['Кошка спит на диване.', 'Мы вчера ходили в парк.']],
  ['Thai sentences', 'rougeLCjk', ['แมวนอนอยู่บนเตียง', 'เมื่อวานฝนตกหนักมาก']],
  ['nothing', 'rougeL', []],
  ['white space', 'rougeL', ['', ' ']],
];

describe('the metric suggested from the answers', () => {
  test.each(kinds)('of %s is %s', (_, metric, outputs) => {
    expect(suggestMetric(outputs)).toBe(metric);
  });
  test.each(kinds.filter(([, , outputs]) => outputs.some((one) => one.trim() !== '')))(
    'of %s gives a right answer 100 and each other one less',
    (_, __, outputs) => {
      const metric = metricNamed(suggestMetric(outputs));
      const asSaid = (text: string): string => text.toLowerCase().replace(/[.\s]+$/, '');
      const distinct = [...new Set(outputs.map(asSaid))].filter((one) => one !== '');
      for (const right of distinct) {
        expect(metric.score([right], [[right]])).toBe(100);
        for (const wrong of distinct.filter((one) => one !== right)) {
          expect(metric.score([wrong], [[right]])).toBeLessThan(100);
        }
      }
    },
  );
});

test('a metric that is usual for a category stays where it can see the answers', () => {
  expect(metricThatSees('exactMatch', times(9, 'yes', 'no'))).toBe('exactMatch');
  expect(metricThatSees('rougeL', times(9, 'yes', 'no'))).toBe('rougeL');
  expect(metricThatSees('rougeL', ['Tom, Ana', 'Leo, Mia'])).toBe('rougeL');
  expect(metricThatSees('exactMatch', times(9, '<', '>'))).toBe('strictMatch');
  expect(metricThatSees('rougeL', times(9, '#', '&'))).toBe('strictMatch');
  expect(metricThatSees('rougeL', times(9, '好评', '差评'))).toBe('exactMatch');
  expect(metricThatSees('rougeL', ['他们看见了猫。', '我今天很高兴。'])).toBe('rougeLCjk');
});

describe('what is read beyond ASCII', () => {
  const one = (name: string, prediction: string, reference: string): number =>
    metricNamed(name).score([prediction], [[reference]]);
  test('letters are compared composed, whichever way they are written', () => {
    for (const name of ['exactMatch', 'strictMatch', 'accuracy', 'rougeLCjk']) {
      expect(one(name, 'cafe\u0301', 'caf\u00e9')).toBe(100);
    }
  });
  test('full-width punctuation is punctuation', () => {
    expect(one('exactMatch', '好评。', '好评')).toBe(100);
    expect(one('exactMatch', '「好评」！', '好评')).toBe(100);
    expect(one('setF1', '梨、苹果', '苹果，梨')).toBe(100);
  });
  test('marks belong to their letters: another vowel sign is another word', () => {
    expect(one('rougeLCjk', 'की', 'का')).toBe(0);
    expect(one('rougeLCjk', 'पढ़ना', 'पढ़ना')).toBe(100);
  });
  test('kana are compared by sign, as Han is', () => {
    // LCS さくらがさ of 5 signs against さくらがさいた of 7: 2·5 / (5 + 7)
    expect(one('rougeLCjk', 'さくらがさ', 'さくらがさいた')).toBeCloseTo((100 * 10) / 12, 10);
    expect(one('rougeLCjk', 'カー', 'カー')).toBe(100);
    expect(one('rougeLCjk', 'か\u3099', 'が')).toBe(100);
  });
  test('-5 is not 5, < is not >, 3.14 is not 314 to the strict match', () => {
    expect(one('strictMatch', '-5', '5')).toBe(0);
    expect(one('strictMatch', '<', '>')).toBe(0);
    expect(one('strictMatch', '', '>')).toBe(0);
    expect(one('strictMatch', '314', '3.14')).toBe(0);
  });
});
