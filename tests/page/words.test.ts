import { expect, test } from 'vitest';
import type { ErrorInfo } from '../../src/core/errors.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { errorWords } from '../../src/page/i18n/errorWords.ts';
import { errorInEnglish } from '../../src/words/en/errors/index.ts';
import { Notices } from '../../src/page/state/notices.svelte.ts';

test('one thing is one, more are several', () => {
  expect(en.tryIt.stats(1, 1)).toBe('1 token in 1 ms');
  expect(en.tryIt.stats(2, 1500)).toBe('2 tokens in 1.5 s');
  expect(en.engine.tokens(256)).toBe('256 tokens');
  expect(en.forecast.steps(1, 2048)).toBe('1 step, 2,048 tokens');
  expect(en.notices.addedSize(1, 'CC0')).toBe('1 training example, licence: CC0.');
  expect(en.desk.tasksOf(1)).toBe('1 task');
});

test('a setting at fault is named by its label on the page, by its key on a terminal', () => {
  const { label } = en.settings.rows.batchSize;
  const values = { batchSize: 64, seqLen: 128, largest: 32 };
  const error: ErrorInfo = { code: 'bad-setting', key: 'batchTooLarge', values };
  expect(errorWords(error).message).toMatch(new RegExp(`^${label}: 64 rows of 128 tokens`));
  expect(errorInEnglish(error).message).toMatch(/^batchSize: 64 rows of 128 tokens/);
  expect(errorWords(error).hint).toBe('Use at most 32 rows, or shorter ones.');
});

test('a setting that the page has no label for goes by its key', () => {
  const values = { setting: 'constructor', got: 'x', known: ['a', 'b'] };
  const error: ErrorInfo = { code: 'bad-setting', key: 'unknownChoice', values };
  expect(errorWords(error)).toEqual({
    message: 'constructor: got "x"',
    hint: 'Choose one of a, b.',
  });
});

test('a notice is in the words of the page', () => {
  const notices = new Notices();
  notices.error({ code: 'bad-setting', key: 'adaptersOnRandom', values: { loraRank: 4 } });
  expect(notices.shown[0]?.title).toContain(`${en.settings.rows.loraRank.label} is 4`);
});
