import { expect, test } from 'vitest';
import { en } from '../../src/page/i18n/en/index.ts';
import { errorWords } from '../../src/page/i18n/errorWords.ts';
import { Notices } from '../../src/page/state/notices.svelte.ts';

const words = (message: string, setting?: string): string =>
  errorWords({ code: 'bad-setting', message, hint: '', ...(setting && { setting }) });

test('one thing is one, more are several', () => {
  expect(en.tryIt.stats(1, 1)).toBe('1 token in 1 ms');
  expect(en.tryIt.stats(2, 1500)).toBe('2 tokens in 1.5 s');
  expect(en.engine.tokens(256)).toBe('256 tokens');
  expect(en.settings.steps(1)).toBe('1 step');
  expect(en.notices.addedSize(1, 'CC0')).toBe('1 training example, licence: CC0.');
  expect(en.desk.tasksOf(1)).toBe('1 task');
});

test('a setting at fault is named by its label, wherever the message has its key', () => {
  const { label } = en.settings.rows.batchSize;
  expect(words('batchSize: 64 rows do not fit', 'batchSize')).toBe(`${label}: 64 rows do not fit`);
  expect(words('settings.batchSize: got 0', 'batchSize')).toBe(`${label}: got 0`);
  expect(words('batchSize: 64 rows do not fit')).toBe('batchSize: 64 rows do not fit');
  expect(words('constructor: unknown', 'constructor')).toBe('constructor: unknown');
});

test('a notice is in the words of the page', () => {
  const notices = new Notices();
  notices.error({ code: 'bad-setting', message: 'loraRank is 4', hint: '', setting: 'loraRank' });
  expect(notices.shown[0]?.title).toBe(`${en.settings.rows.loraRank.label} is 4`);
});
