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
  await question.getByRole('button', { name: en.engine.loseTuned('', '').no }).click();
  await expect(question).toHaveCount(0);
  await expect(desk.modelMenu()).toContainText('nano');
  await expect(desk.button(en.tryIt.ask), 'the tuned model is still there').toBeEnabled();

  await desk.chooseModel('mini');
  await page.keyboard.press('Escape');
  await expect(desk.modelMenu()).toContainText('nano');

  await desk.chooseModel('mini');
  await question.getByRole('button', { name: en.engine.changeTo('mini') }).click();
  await expect(desk.modelMenu()).toContainText('mini');
  await expect(desk.button(en.tryIt.askBase)).toBeEnabled();

  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});
