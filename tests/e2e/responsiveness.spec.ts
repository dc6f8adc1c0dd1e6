import { en } from '../../src/page/i18n/en/index.ts';
import { pageTasks } from './pageTasks.ts';
import { expect, test } from './site.ts';

/** Longest time that the page may be deaf to the visitor, ms. */
const limitMs = 100;
const watchedMs = 30_000;

test('while mini trains on WASM, no task of the page takes longer than 100 ms', async ({
  browser,
  desk,
}) => {
  const { page } = desk;
  const settings = { evalEvery: 4, batchSize: 4 };
  await desk.open({ backend: 'wasm', model: 'mini', settings, preset: 'all' });
  const tasks = await pageTasks(browser, page, async () => {
    await desk.press(en.transport.train);
    await desk.untilTraining();
    await page.waitForTimeout(watchedMs);
  });
  expect(await desk.step(), 'it went on training').toBeGreaterThan(4);
  expect(tasks.length, 'the page was watched').toBeGreaterThan(100);
  expect(tasks.filter((ms) => ms > limitMs)).toEqual([]);
});
