import { en } from '../../src/page/i18n/en/index.ts';
import type { Desk } from './desk.ts';
import { expect, test } from './site.ts';

const short = { trainTokens: 24 * 4096, evalEvery: 6, evalInstances: 2 };

test('nano: the table of answers goes back in time, both models are asked, an exam has a result', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open({ backend: 'wasm', model: 'nano', settings: short });
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText(en.answers.empty)).toBeVisible();
  await desk.press(en.transport.train);
  await desk.untilFinished(90_000);

  await test.step('what did it say before training?', () => goBackInTime(desk));
  await test.step('one question to both, another token, another task’s words', () => askBoth(desk));
  await test.step('a question that is too long: the beginning is not read, and that is said', () =>
    askTooMuch(desk));
  await test.step('an exam', () => sitExam(desk));
});

async function goBackInTime(desk: Desk): Promise<void> {
  const panel = desk.page.getByRole('tabpanel');
  const moment = panel.getByRole('slider', { name: en.answers.moment });
  const examples = panel.getByRole('list', { name: /^Examples of / }).getByRole('button');
  const newest = await examples.first().innerText();
  await moment.press('Home');
  await expect(moment).toHaveAttribute('aria-valuetext', en.answers.untouched);
  await expect(examples.first()).not.toHaveText(newest);
  await examples.first().click();
  await expect(panel.getByText(en.answers.untouched, { exact: true })).toHaveCount(2);
  await panel.getByRole('button', { name: en.answers.now, exact: true }).click();
  await expect(moment).toHaveAttribute('aria-valuetext', /^step \d+$/);
}

async function askBoth(desk: Desk): Promise<void> {
  const panel = desk.page.getByRole('tabpanel');
  const { page } = desk;
  await desk.turnTo(en.tryIt.title);
  await desk.askButton().click();
  await desk.untilEachHas(/\d+ tokens? in /);
  const tokens = panel.getByRole('group', { name: en.tryIt.tokens }).first();
  const first = tokens.getByRole('button').first();
  const before = await first.innerText();
  await first.focus();
  await expect(panel.getByText(/^“.+” [\d.]+% likely$/)).toBeVisible();
  await page.keyboard.press('Enter');
  const choices = page.getByRole('dialog', { name: en.tryIt.alternatives });
  await expect(choices.getByRole('button')).toHaveCount(5);
  await choices.getByRole('button', { pressed: false }).first().click();
  await desk.untilEachHas(/\d+ tokens? in /);
  await expect(first).not.toHaveText(before);

  await panel.getByRole('button', { name: new RegExp(`^${en.tryIt.wording}`) }).click();
  await page.keyboard.type('stars');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: en.tryIt.instruction })).toHaveValue(/stars/);
  await desk.untilEachHas(en.tryIt.otherQuestion);
}

async function askTooMuch(desk: Desk): Promise<void> {
  const panel = desk.page.getByRole('tabpanel');
  const { page } = desk;
  const text = `The first sentence. ${'It was good. '.repeat(200)}The last sentence.`;
  await panel.getByRole('textbox', { name: en.tryIt.input, exact: true }).fill(text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(panel.getByText(/the middle of the input \([\d,]+ tokens\)/)).toBeVisible();
  await panel.getByText(en.tryIt.promptRead).click();
  const prompt = panel.locator('pre');
  await expect(prompt).toContainText('The last sentence.');
  await expect(prompt).toContainText('The first sentence.');
  await expect(prompt).toContainText(' ... ');
}

async function sitExam(desk: Desk): Promise<void> {
  const panel = desk.page.getByRole('tabpanel');
  const { page } = desk;
  await desk.turnTo(en.exam.title);
  await panel.getByRole('radio', { name: '10' }).click();
  await desk.press(en.exam.begin);
  for (let n = 2; n <= 10; n++) {
    await desk.button(en.exam.next).and(page.locator(':enabled')).click();
    await expect(panel.getByText(en.exam.questionOf(n, 10))).toBeVisible();
  }
  await expect(panel.getByText(/^10 questions: \d+ before training, \d+ after\./)).toBeVisible();
}
