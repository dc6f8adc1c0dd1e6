import { expect, test } from 'vitest';
import { isRightThenOn } from '../../src/core/analysis/answers/rightThenOn.ts';
import { metricNamed } from '../../src/core/metrics/index.ts';

const exact = metricNamed('exactMatch');
const set = metricNamed('setF1');

test('a right answer that goes on in another line or sentence', () => {
  expect(isRightThenOn(exact, ' at the beach\nSay the sentence', ['at the beach'])).toBe(true);
  expect(isRightThenOn(exact, 'at the beach. It is', ['at the beach'])).toBe(true);
  expect(isRightThenOn(exact, 'It is good. It is bad.', ['It is good.'])).toBe(true);
  expect(isRightThenOn(set, 'Sky, Ella\nInput: Ben', ['Ella, Sky'])).toBe(true);
});

test('neither a right answer nor one that says something else', () => {
  expect(isRightThenOn(exact, 'at the beach', ['at the beach'])).toBe(false);
  expect(isRightThenOn(exact, 'at the beaches.', ['at the beach'])).toBe(false);
  expect(isRightThenOn(set, 'Sky, Ella, Ben', ['Sky'])).toBe(false);
  expect(isRightThenOn(exact, '', ['yes'])).toBe(false);
  expect(isRightThenOn(exact, 'yes', [''])).toBe(false);
});
