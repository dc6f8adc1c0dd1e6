import { axeFindings } from '../../cli/visit/axeFindings.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { Desk } from './desk.ts';
import { expect, test } from './site.ts';

const { classLink: words } = en;

test('a teacher leaves controls out of a link; the page of a class has them nowhere, and gives them back', async ({
  desk,
  browser,
  siteUrl,
}) => {
  const { page } = desk;
  await desk.open({ backend: 'wasm', model: 'nano', preset: 'four-jobs' });
  await page.getByRole('button', { name: new RegExp(`^${en.presets.choose}: `) }).click();
  await desk.press(words.open);
  const dialog = page.getByRole('dialog', { name: words.title });
  await dialog.getByRole('button', { name: words.least }).click();
  await dialog.getByRole('checkbox', { name: new RegExp(`^${words.groups.exam.label}`) }).check();
  expect(await axeFindings(page)).toEqual([]);
  const link = await dialog.getByRole('textbox', { name: words.link }).inputValue();

  const student = new Desk(await (await browser.newContext()).newPage(), siteUrl);
  await student.page.goto(link);
  await student.untilReady();
  const { page: its } = student;
  await expect(its.getByRole('slider', { name: /: fader$/ })).toHaveCount(4);
  await expect(its.getByText(words.simplified(7))).toBeVisible();
  const gone = [
    student.button(en.desk.allSettings),
    student.button(en.schedule.title),
    student.button(en.desk.addOwn),
    student.modelMenu(),
    its.getByRole('link', { name: en.shell.views.engine }),
    its.getByRole('tab', { name: en.tryIt.title, exact: true }),
    its.getByRole('combobox', { name: en.curves.xLabel }),
    its.getByRole('textbox', { name: en.transport.learningRate }),
  ];
  await expect(its.getByRole('tab', { name: en.exam.title, exact: true })).toBeVisible();
  for (const one of gone) await expect(one).toHaveCount(0);
  await its.keyboard.press('l');
  await expect(its.getByRole('dialog')).toHaveCount(0);
  await its.keyboard.press('ControlOrMeta+k');
  await its.getByPlaceholder(en.commands.search).fill('engine');
  await expect(its.getByText(en.commands.none)).toBeVisible();
  await its.keyboard.press('Escape');
  expect(await axeFindings(its)).toEqual([]);

  await its.reload();
  await student.untilReady();
  await student.press(words.showAll);
  for (const one of gone) await expect(one.first()).toBeVisible();
  await student.press(words.simplify);
  await expect(gone[0]!).toHaveCount(0);
});

test('names that a newer page hides are told in words, and hide nothing', async ({
  page,
  siteUrl,
}) => {
  await page.goto(`${siteUrl}?backend=wasm&model=nano&hide=exam.race`);
  await expect(page.getByText(words.unknown(['race']))).toBeVisible();
  await expect(page.getByRole('tab', { name: en.tryIt.title, exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: en.exam.title, exact: true })).toHaveCount(0);
});
