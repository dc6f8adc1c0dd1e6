import { axeFindings } from '../../cli/visit/axeFindings.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { Desk } from './desk.ts';
import { expect, test } from './site.ts';

const address = '?backend=cpu&model=nano';
const words = ['good', 'bad', 'fine', 'poor', 'great', 'sad'];
const reviews = Array.from({ length: 3_000 }, (_, i) => [
  `Film ${i} was ${words[i % words.length]}.`,
  i % 2 ? 'no' : 'yes',
]);
const table = ['Nr,Opinion,Liked', ...reviews.map(([text, liked], i) => `${i},${text},${liked}`)];

test('a file whose columns say nothing is mapped by hand, is ready to train, and is looked into; the next one is read alike', async ({
  page,
  siteUrl,
}) => {
  const desk = new Desk(page, siteUrl);
  await page.goto(siteUrl + address);
  await expect(desk.button(en.transport.train)).toBeEnabled({ timeout: 60_000 });
  await desk.dropFile('mine.csv', table.join('\n'));
  const dialog = page.getByRole('dialog', { name: en.columns.title('mine.csv') });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(en.columns.roleOf('liked')).selectOption('output');
  await dialog.getByLabel(en.columns.roleOf('opinion')).selectOption('input');
  await dialog.getByRole('textbox').fill('Did they like it?');
  await expect(dialog.getByRole('region', { name: en.columns.preview })).toContainText(
    'Did they like it?',
  );
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: en.columns.read }).click();
  await expect(page.getByRole('slider', { name: en.desk.fader('mine') })).toBeVisible();
  await expect(desk.button(en.transport.train)).toBeEnabled();

  await desk.goTo('#/data');
  const sheet = page.getByRole('region', { name: 'mine', exact: true });
  await expect(sheet).toContainText('input from “opinion”, output from “liked”');
  await expect(sheet.getByText(en.data.found(3_000, 3_000))).toBeVisible();
  await page.getByRole('searchbox', { name: en.data.search }).fill('film 2718');
  await expect(sheet.getByText(en.data.found(1, 3_000))).toBeVisible();
  const grid = page.getByRole('grid');
  await expect(grid.getByText('Film 2718 was')).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: en.data.whole(0) })).toContainText('Film 2718 was');
  expect(await axeFindings(page)).toEqual([]);

  await desk.dropFile('more.csv', [table[0], ...table.slice(5, 900)].join('\n'));
  await expect(page.getByText(en.notices.added('more')).first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('cells that are pasted on the page become a task; what is none is told, and a field keeps its own paste', async ({
  page,
  siteUrl,
}) => {
  const desk = new Desk(page, siteUrl);
  await page.goto(`${siteUrl}${address}#/data`);
  const search = page.getByRole('searchbox', { name: en.library.search });
  await expect(search).toBeVisible();
  const paste = (text: string): Promise<void> =>
    page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      const { activeElement, body } = document;
      (activeElement ?? body).dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
      );
    }, text);
  await paste('hello');
  await expect(page.getByText(/begins with "hello"/).first()).toBeVisible({ timeout: 60_000 });
  await search.focus();
  await paste('instruction\toutput\na\tb');
  await search.blur();
  await paste(['instruction\toutput', ...words.map((word) => `Say ${word}\t${word}`)].join('\n'));
  await expect(page.getByText(en.notices.added('pasted')).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'pasted', exact: true })).toContainText(
    en.data.found(6, 6),
  );
  await desk.press(en.data.paste);
  await page.getByLabel(en.data.pasteField).fill('[{"question":"1+1","answer":"2"}]');
  await desk.press(en.data.pasteAdd);
  await expect(page.getByText(/wanted at least 3/).first()).toBeVisible();
});
