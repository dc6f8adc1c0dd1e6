import type { Page } from '@playwright/test';
import { en } from '../../src/page/i18n/en/index.ts';
import { expect, test } from './site.ts';

const short = { trainTokens: 4096 * 8, evalInstances: 1, metricInstances: 0 };

test('what a run learned is never thrown away unasked: other models, reload, close', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open({ backend: 'wasm', model: 'nano', settings: short });
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.getByRole('heading', { level: 1 }).click();
  await page.reload();
  expect(asked, 'nothing is there to lose').toEqual([]);
  await desk.untilReady();

  await desk.press(en.transport.train);
  await desk.untilFinished(120_000);
  await desk.turnTo(en.tryIt.title);
  await desk.chooseModel('mini');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('nano');
  await question.getByRole('button', { name: en.engine.leaveTuned('', '').no }).click();
  await expect(question).toHaveCount(0);
  await expect(desk.modelMenu()).toContainText('nano');
  await expect(desk.askButton(), 'the tuned model is still there').toBeEnabled();
  await expect(desk.askButton()).not.toHaveText(en.tryIt.askBase);

  await desk.chooseModel('mini');
  await page.keyboard.press('Escape');
  await expect(desk.modelMenu()).toContainText('nano');

  await desk.chooseModel('mini');
  await question.getByRole('button', { name: en.engine.changeTo('mini') }).click();
  await expect(desk.modelMenu()).toContainText('mini');
  await expect(desk.button(en.tryIt.askBase)).toBeEnabled();

  await page.reload();
  expect(asked, 'the run is kept, and its weights had gone with a yes').toEqual([]);
});

test('a run that a reload cuts off goes on where it was kept, as one run; a finished one gives its weights back', async ({
  desk,
}) => {
  const { page } = desk;
  page.on('dialog', (dialog) => void dialog.accept());
  const settings = { ...short, trainTokens: 4096 * 40 };
  await desk.open({ backend: 'wasm', model: 'nano', settings });
  await desk.press(en.transport.train);
  await desk.untilTraining();
  await desk.press(en.transport.pause);
  await expect.poll(() => keptFiles(page)).toBeGreaterThan(0);
  const step = await desk.step();
  await page.reload();
  await desk.untilReady();
  await page
    .getByRole('region', { name: en.headline.label })
    .getByRole('button', { name: en.runs.goOn, exact: true })
    .click();
  await expect.poll(() => desk.step(), { timeout: 30_000 }).toBeGreaterThan(step);
  await desk.untilFinished(120_000);

  await page.reload();
  await desk.untilReady();
  await desk.command(en.commands.names.keptRuns);
  const row = page.getByRole('dialog', { name: en.runs.title }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(en.runs.states.completed);
  const name = await row.getByRole('button').first().innerText();
  await row.getByRole('button', { name: en.runs.loadWeights(name) }).click();
  await desk.untilFinished(60_000);
  await desk.turnTo(en.tryIt.title);
  await expect(desk.askButton()).toBeEnabled();
  await expect(desk.askButton()).not.toHaveText(en.tryIt.askBase);
});

/** Files of checkpoints in the browser's storage. */
const keptFiles = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let files = 0;
    const root = await navigator.storage.getDirectory();
    for await (const folder of root.values()) {
      if (folder.kind !== 'directory') continue;
      for await (const name of folder.keys()) files += name.includes('.head-') ? 1 : 0;
    }
    return files;
  });

test('a run is there after a reload: its curves can be read, it can be renamed and deleted', async ({
  desk,
}) => {
  const { page } = desk;
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await desk.open({ backend: 'wasm', model: 'nano', settings: short });
  await desk.press(en.transport.train);
  await desk.untilFinished(120_000);
  const losses = await desk.validationLosses();

  await page.reload();
  expect(asked, 'the run and what it has learned are kept').toEqual([]);
  await desk.untilReady();
  await desk.command(en.commands.names.keptRuns);
  const kept = page.getByRole('dialog', { name: en.runs.title });
  const row = kept.getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(en.runs.states.completed);
  const name = await row.getByRole('button').first().innerText();
  await row.getByRole('button', { name: en.runs.rename(name) }).click();
  await row.getByRole('textbox').fill('Before lunch');
  await page.keyboard.press('Enter');
  await row.getByRole('button', { name: en.runs.look('Before lunch') }).click();
  await expect(kept).toHaveCount(0);
  expect(await desk.validationLosses()).toEqual(losses);

  await page.reload();
  await desk.untilReady();
  await desk.command(en.commands.names.keptRuns);
  await row.getByRole('button', { name: en.runs.remove('Before lunch') }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: en.runs.removeQuestion(['x']).yes }).click();
  await expect(row).toHaveCount(0);
  await expect(kept).toContainText(en.runs.none);
});
