import type { Worker } from 'playwright';
import { en } from '../../src/page/i18n/en/index.ts';
import type { Desk } from './desk.ts';
import { expect, test } from './site.ts';

const long = { trainTokens: 1_000_000, evalInstances: 1, metricInstances: 0 };

/** The training worker: the one whose address says so. */
function trainer({ page }: Desk): Worker {
  const found = page.workers().find((worker) => worker.url().includes('trainer'));
  if (!found) throw new Error('no training worker');
  return found;
}

/** The way out that the message offers leads to a page that trains. */
async function restartAndTrain(desk: Desk): Promise<void> {
  await desk.page
    .getByRole('region', { name: en.notices.label })
    .getByRole('button', { name: en.engine.restart })
    .click();
  await desk.untilReady();
  await desk.press(en.transport.train);
  await desk.untilTraining();
}

test('a worker that ends without a word is told within seconds, and a restart trains again', async ({
  desk,
}) => {
  await desk.open({ backend: 'wasm', model: 'nano', settings: long });
  await desk.press(en.transport.train);
  await desk.untilTraining();
  await trainer(desk).evaluate(() => self.close());
  await expect(desk.page.getByText('has ended without a word')).toBeVisible({
    timeout: 5000,
  });
  await restartAndTrain(desk);
});

test('a worker that hangs is told, though Stop was pressed, and a restart trains again', async ({
  desk,
}) => {
  await desk.open({ backend: 'wasm', model: 'nano', settings: long });
  await desk.press(en.transport.train);
  await desk.untilTraining();
  const hanging = trainer(desk).evaluate(() => {
    for (;;);
  });
  hanging.catch(() => undefined);
  await desk.press(en.transport.stop);
  await expect(desk.page.getByText(en.engine.silent)).toBeVisible({ timeout: 40_000 });
  await restartAndTrain(desk);
  await expect(desk.page.getByText(en.engine.silent)).toHaveCount(0);
});
