import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Desk } from './desk.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { expect, test } from './site.ts';
import { naturalInstructionsTwin } from './twin.ts';

const realFile = fileURLToPath(
  new URL(
    '../../../shared/data/natural-instructions/task151_tomqa_find_location_easy_clean.json',
    import.meta.url,
  ),
);
/** About 35 s of training for nano on two cores. */
const learnable = { trainTokens: 300_000, evalEvery: 75, evalInstances: 6, metricInstances: 1 };
/** Clusters of the built-in tasks: each is one fader and one line until it is opened. */
const nClusters = 19;
/** Tasks that a first visit finds on the desk, each of a cluster of its own. */
const nTasks = 4;

test('nano learns every task of the desk on WASM, through a pause, and answers', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open({ backend: 'wasm', model: 'nano', settings: learnable, preset: 'all' });
  await desk.press(en.transport.train);
  await expect.poll(() => desk.step(), { timeout: 60_000 }).toBeGreaterThan(2);

  await desk.press(en.transport.pause);
  await expect(desk.button(en.transport.resume)).toBeVisible();
  const pausedAt = await desk.step();
  await page.waitForTimeout(1500);
  expect(await desk.step()).toBe(pausedAt);
  await desk.press(en.transport.step);
  await expect.poll(() => desk.step()).toBe(pausedAt + 1);
  await desk.press(en.transport.resume);
  await desk.untilFinished(150_000);

  const losses = await desk.validationLosses();
  expect(losses).toHaveLength(nClusters);
  for (const { task, first, last } of losses) expect(last, task).toBeLessThan(0.8 * first);

  await desk.turnTo(en.tryIt.title);
  await desk.askButton().click();
  await desk.untilEachHas(/\d+ tokens? in /);
});

test('a file of the Super-NaturalInstructions collection becomes a channel and trains', async ({
  desk,
}) => {
  test.skip(!existsSync(realFile), `${realFile} is not here`);
  await desk.open({ backend: 'wasm', model: 'nano', settings: { trainTokens: 4096 * 4 } });
  await desk.dropFile(
    'task151_tomqa_find_location_easy_clean.json',
    readFileSync(realFile, 'utf8'),
  );
  await trainAlone(desk);
});

test('a task file of the older schema becomes a channel and trains', async ({ desk }) => {
  await desk.open({ backend: 'wasm', model: 'nano', settings: { trainTokens: 4096 * 4 } });
  await desk.dropFile('named_colours.json', naturalInstructionsTwin());
  await trainAlone(desk);
});

test('a learning rate that is none refuses Train in words, and nothing moves for it', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open({ backend: 'wasm', model: 'nano' });
  const transport = page.getByRole('region', { name: en.transport.label });
  const field = page.getByRole('textbox', { name: en.transport.learningRate });
  const height = async (): Promise<number> => (await transport.boundingBox())!.height;
  const before = await height();
  for (const written of ['1e9', 'NaN', '0', '']) {
    await field.fill(written);
    await desk.press(en.transport.train);
    await expect(page.getByRole('alert')).toContainText(en.transport.badRate(written).message);
    expect(await height()).toBe(before);
  }
  await expect(desk.button(en.transport.train)).toBeEnabled();
});

test('a broken file is refused with the place of the fault, and changes nothing', async ({
  desk,
}) => {
  await desk.open({ backend: 'wasm', model: 'nano' });
  const before = await desk.faders().count();
  await desk.dropFile(
    'broken.jsonl',
    '{"instruction":"a","input":"b","output":"c"}\n{"instruction":',
  );
  await expect(desk.page.getByRole('alert')).toContainText(/broken\.jsonl.*line 2/i);
  expect(await desk.faders().count()).toBe(before);
});

test('a cluster is one fader that opens into its tasks and scales them together', async ({
  desk,
}) => {
  await desk.open({ backend: 'wasm', model: 'nano', preset: 'all' });
  await expect(desk.faders()).toHaveCount(nClusters);
  const bus = desk.page.getByRole('button', { name: en.desk.openCluster('order of events', 3) });
  await bus.click();
  await expect(bus).toHaveAttribute('aria-expanded', 'true');
  await expect(desk.faders()).toHaveCount(nClusters + 3);
  const [cluster, task] = ['order of events', 'What came first?'].map((name) =>
    desk.page.getByRole('slider', { name: en.desk.fader(name) }),
  );
  const share = async (): Promise<number> =>
    Number(/(\d+(\.\d+)?)%/.exec((await task!.getAttribute('aria-valuetext')) ?? '')?.[1]);
  const before = await share();
  await cluster!.press('End');
  await expect(cluster!).toHaveAttribute('aria-valuenow', '100');
  await expect(task!, 'its own fader stays').toHaveAttribute('aria-valuenow', '50');
  expect(await share()).toBeGreaterThan(1.8 * before);
  await bus.click();
  await expect(desk.faders()).toHaveCount(nClusters);
});

/** Solos the channel that was added last and trains on it to the end. */
async function trainAlone(desk: Desk): Promise<void> {
  const { page } = desk;
  await expect(desk.faders()).toHaveCount(nTasks + 1);
  await page
    .getByRole('button', { name: /^Solo / })
    .last()
    .click();
  await desk.press(en.transport.train);
  await desk.untilFinished(120_000);
  const losses = await desk.validationLosses();
  expect(losses).toHaveLength(nTasks + 1);
}
