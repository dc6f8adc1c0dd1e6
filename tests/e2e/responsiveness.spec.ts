import { en } from '../../src/page/i18n/en/index.ts';
import { expect, test } from './site.ts';

/** Longest time that the page may be deaf to the visitor, ms. */
const limitMs = 100;
const watchedMs = 45_000;

interface Observed extends Window {
  longTasks: { startTime: number; duration: number }[];
}

// A task's length is wall-clock time: a machine that is busy with something else lengthens it too.
test.describe.configure({ retries: 1 });

test('while mini trains on WASM, no task of the page takes longer than 100 ms', async ({
  desk,
}) => {
  const { page } = desk;
  await page.addInitScript(() => {
    const observed = window as unknown as Observed;
    observed.longTasks = [];
    new PerformanceObserver((list) => {
      observed.longTasks.push(
        ...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })),
      );
    }).observe({ type: 'longtask' });
  });
  await desk.open({ backend: 'wasm', model: 'mini', settings: { evalEvery: 4, batchSize: 4 } });
  const trainedFrom = await page.evaluate(() => performance.now());
  await desk.press(en.transport.train);
  await expect.poll(() => desk.step(), { timeout: 90_000 }).toBeGreaterThan(0);
  await page.waitForTimeout(watchedMs);
  const step = await desk.step();
  const longTasks = await page.evaluate(() => (window as unknown as Observed).longTasks);
  expect(step, 'it went on training').toBeGreaterThan(4);
  const tooLong = longTasks.filter(
    (task) => task.startTime > trainedFrom && task.duration > limitMs,
  );
  expect(tooLong).toEqual([]);
});
