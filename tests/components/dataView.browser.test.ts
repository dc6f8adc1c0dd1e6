import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { InstanceRow, TaskInfo } from '../../src/core/protocol/index.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { addFiles } from '../../src/page/actions/addFiles.ts';
import type { App } from '../../src/page/state/createApp.ts';
import { ok, taskInfo } from '../page/fakeTrainer.ts';
import { openPage } from './openPage.ts';

const count = 20_000;
const mine: TaskInfo = {
  ...taskInfo('mine'),
  name: 'Mine',
  counts: { train: count - 2_000, validation: 1_000, test: 1_000 },
  licence: 'CC BY 4.0',
  origin: 'mine.csv',
  report: {
    ...{ format: 'table', encoding: 'utf-8', rows: count + 3, unknownKeys: ['colour'] },
    leftOut: [{ reason: 'noOutput', count: 3, first: { unit: 'line', at: 17 } }],
    ...{ notKept: 0, duplicates: 0, joinedAnswers: 0, endMarker: null, splitRule: 'drawn' },
    splitRows: { train: count - 2_000, validation: 1_000, test: 1_000 },
  },
};
const row = (at: number): InstanceRow => ({
  ...{ id: `${at}`, input: `Which number is ${at}?`, outputs: [`number ${at}`, `${at}`] },
  ...{ split: 'train', instruction: null, tokens: 20, fit: at === 3 ? 'cut' : 'fits' },
});

let app: App;

beforeAll(async () => {
  app = await openPage({
    loadFile: () => ok([mine]),
    instances: ({ from, count: most, words }) => {
      const ats = Array.from({ length: count }, (_, at) => at).filter((at) =>
        row(at).input.includes(words),
      );
      return ok({ found: ats.length, rows: ats.slice(from, from + most).map(row) });
    },
  });
  await addFiles(app, [new File(['x'], 'mine.csv')]);
  app.view.name = 'data';
});

const grid = page.getByRole('grid');
const drawn = (): number => grid.element().querySelectorAll('[role="row"]').length;

test('own data come first, with what was read, where it is from and under which licence', async () => {
  const sheet = page.getByRole('region', { name: 'Mine', exact: true });
  await expect.element(sheet.getByText(/3 rows left out .* the first in line 17/)).toBeVisible();
  for (const words of ['Not read: colour.', 'CC BY 4.0', 'mine.csv']) {
    await expect.element(sheet.getByText(words, { exact: true })).toBeVisible();
  }
  await expect
    .element(page.getByRole('img', { name: en.data.lengths }))
    .toHaveAccessibleName(/all fit whole into a row of 256/);
});

test('of twenty thousand examples a few dozen rows are drawn, and the keys reach the last', async () => {
  await expect.element(grid.getByText('Which number is 2?')).toBeVisible();
  expect(drawn()).toBeLessThan(60);
  await expect.element(grid.getByText(en.data.tokensAnd(20, 'cut'))).toBeVisible();
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect.element(grid.getByText(`Which number is ${count - 1}?`)).toBeVisible();
  expect(drawn()).toBeLessThan(60);
  await userEvent.keyboard('{ArrowUp}{Enter}');
  const whole = page.getByRole('region', { name: en.data.whole(count - 2) });
  await expect.element(whole.getByText(en.data.answers(2))).toBeVisible();
  await expect.element(whole.getByText(`${count - 2}`, { exact: true })).toBeVisible();
  const active = grid.element().getAttribute('aria-activedescendant')!;
  expect(document.getElementById(active)?.textContent).toContain(`number ${count - 2}`);
  await userEvent.keyboard('{Escape}');
  await expect.element(whole).not.toBeInTheDocument();
});

test('a search shows what it found from the top; without a find it says so', async () => {
  const field = page.getByRole('searchbox', { name: en.data.search });
  await field.fill('1999');
  await expect.element(page.getByText(en.data.found(12, count))).toBeVisible();
  await expect.element(grid.getByText('Which number is 1999?')).toBeVisible();
  await field.fill('nothing of it');
  await expect.element(page.getByText(en.data.noneFound)).toBeVisible();
  await field.fill('');
  await expect.element(grid.getByText('Which number is 0?')).toBeVisible();
});

test('a task is taken off the desk and put on it again where it is looked into', async () => {
  const place = page.getByRole('group', { name: en.library.placeOf('Mine') });
  await place.getByText(en.library.places.off).click();
  expect(app.desk.channel('mine')).toBeUndefined();
  await place.getByText(en.library.places.watched).click();
  expect(app.desk.channel('mine')?.isMuted).toBe(true);
});
