import { readFileSync } from 'node:fs';
import { en } from '../../src/page/i18n/en/index.ts';
import { Desk } from './desk.ts';
import { expect, test } from './site.ts';

/** Nothing is trained here, so the slowest backend is the first one that is ready. */
const address = '?backend=cpu&model=nano';
const fader = (name: string): string => en.desk.fader(name);

test('a first visit finds four jobs, another preset takes their place, and what was moved can be put back', async ({
  page,
  siteUrl,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(siteUrl + address);
  const sliders = page.getByRole('slider', { name: /: fader$/ });
  await expect(sliders).toHaveCount(4);
  const tasks = (): string[] => asked.filter((path) => path.includes('/bundles/'));
  await expect.poll(tasks, { timeout: 30_000 }).toHaveLength(4);

  const trigger = page.getByRole('button', { name: /^Preset: / });
  await trigger.click();
  await page.getByRole('button', { name: /^Two that fight/ }).click();
  await expect(sliders).toHaveCount(2);
  await expect(trigger).toContainText('Two that fight');

  await page.getByRole('slider', { name: fader('Says what is so') }).press('End');
  await expect(trigger).toContainText(en.presets.changed);
  await page.getByRole('button', { name: en.presets.back('Two that fight') }).click();
  await expect(trigger).not.toContainText(en.presets.changed);
  await page.reload();
  await expect(sliders).toHaveCount(2);
});

test('a mix is kept under a name, and saved as a file that is the same when it is dropped', async ({
  page,
  siteUrl,
}) => {
  const desk = new Desk(page, siteUrl);
  await page.goto(siteUrl + address);
  const people = page.getByRole('slider', { name: fader('Find the people') });
  await people.press('End');
  const trigger = page.getByRole('button', { name: /^Preset: / });
  await trigger.click();
  await page.getByRole('textbox', { name: en.presets.nameLabel }).fill('Mostly people');
  await page.getByRole('button', { name: en.presets.save, exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: en.presets.exportOne('Mostly people') }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  await page.getByRole('button', { name: en.presets.remove('Mostly people') }).click();
  await page.keyboard.press('Escape');
  await expect(trigger).toContainText(en.presets.none);

  await people.press('Home');
  await desk.dropFile('mix.json', text);
  await expect(people).toHaveAttribute('aria-valuenow', '100');
  await expect(trigger).toContainText('Mostly people');
});

test('a link gives someone else the same desk and says what it does; a broken one starts from the defaults', async ({
  browser,
  page,
  siteUrl,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const desk = new Desk(page, siteUrl);
  await page.goto(siteUrl + address);
  await page.getByRole('slider', { name: fader('Find the people') }).press('End');
  await desk.command(en.commands.names.copyLink);
  await expect(page.getByText(en.link.copied)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toBe(new URL(page.url()).hash);

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByText(en.link.opened)).toBeVisible();
  await expect(other.getByRole('slider', { name: fader('Find the people') })).toHaveAttribute(
    'aria-valuenow',
    '100',
  );
  expect(new URL(other.url()).search).toBe('');

  const broken = await (await browser.newContext()).newPage();
  await broken.goto(link.replace(/desk=.{12}/, 'desk='));
  await expect(broken.getByRole('alert')).toContainText('no desk that can be read');
  await expect(broken.getByRole('slider', { name: /: fader$/ })).toHaveCount(4);
});

test('tasks come from the library by search and by keys, and an own file is there after a reload', async ({
  page,
  siteUrl,
}) => {
  const desk = new Desk(page, siteUrl);
  await page.goto(`${siteUrl}${address}#/data`);
  await page.getByRole('searchbox', { name: en.library.search }).fill('order of events first');
  await page.getByRole('button', { name: /^What came first\?/ }).click();
  const place = page.getByRole('group', { name: en.library.placeOf('What came first?') });
  const watch = place.getByRole('radio', { name: en.library.places.watched });
  await place.getByRole('radio', { name: en.library.places.off }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(watch).toBeChecked();
  await page.getByRole('searchbox', { name: en.data.search }).fill('fire');
  await expect(page.getByText(/^\d[\d,]* of 1,\d00 examples$/)).toBeVisible();

  await desk.goTo('#/desk');
  await expect(page.getByRole('slider', { name: fader('What came first?') })).toBeVisible();
  await desk.dropFile(
    'mine.csv',
    'instruction,input,output\nSay it,a,a\nSay it,b,b\nSay it,c,c\nSay it,d,d\n',
  );
  await expect(page.getByRole('slider', { name: fader('mine') })).toBeVisible();
  await expect(page.getByText(en.notices.added('mine')).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('slider', { name: fader('mine') })).toBeVisible();
  await expect(page.getByRole('slider', { name: /: fader$/ })).toHaveCount(6);
});
