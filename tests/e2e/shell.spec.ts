import type { Page } from '@playwright/test';
import { axeFindings } from '../../cli/visit/axeFindings.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { expect, test } from './site.ts';

const quick = { backend: 'wasm', model: 'nano', settings: { trainTokens: 4096 * 4 } } as const;

/** Whether the page can be scrolled sideways. */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

test('views have addresses: tabs, back, and one that leads nowhere says so on the desk', async ({
  desk,
  siteUrl,
}) => {
  const { page } = desk;
  await desk.open(quick);
  const tabs = page.getByRole('navigation', { name: en.shell.viewsLabel });
  await tabs.getByRole('link', { name: en.shell.views.engine }).click();
  await expect(page.getByRole('heading', { name: en.bench.title })).toBeVisible();
  await expect(desk.button(en.transport.train), 'the transport stays').toBeVisible();
  await page.goBack();
  await expect(tabs.getByRole('link', { name: en.shell.views.desk })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.goto(`${siteUrl}?backend=wasm&model=nano#/nowhere`);
  await expect(page.getByText(en.shell.unknownAddress('#/nowhere'))).toBeVisible();
  await expect(page).toHaveURL(/#\/desk$/);
});

test('a part of the page whose code does not come says which, and is had by asking again', async ({
  desk,
}) => {
  const { page } = desk;
  let isCut = true;
  for (const part of ['EngineView', 'Glossary']) {
    await page.route(`**/assets/${part}-*.js`, (route) =>
      isCut ? route.abort() : route.continue(),
    );
  }
  await desk.open(quick);
  await desk.command(en.commands.names.glossary);
  const sheet = page.getByRole('dialog', { name: en.commands.names.glossary });
  await expect(sheet.getByRole('alert')).toContainText(
    en.shell.partNotLoaded(en.commands.names.glossary),
  );
  isCut = false;
  await sheet.getByRole('button', { name: en.shell.tryAgain }).click();
  await expect(page.getByRole('dialog').getByText(en.glossary.words.step.text)).toBeVisible();
  await page.keyboard.press('Escape');

  isCut = true;
  await desk.goTo('#/engine');
  await expect(page.getByText(en.shell.partNotLoaded(en.shell.views.engine))).toBeVisible();
  isCut = false;
  await desk.press(en.shell.tryAgain);
  await expect(page.getByRole('heading', { name: en.bench.title })).toBeVisible();
});

test('the palette finds a command by a word and runs it; projector mode is remembered', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(quick);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(en.commands.search).fill('projector');
  await page.keyboard.press('Enter');
  const size = (): Promise<number> =>
    page
      .locator('.headline')
      .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
  await expect.poll(size).toBeGreaterThanOrEqual(24);
  await page.reload();
  await expect.poll(size).toBeGreaterThanOrEqual(24);
  expect(await isTooWide(page)).toBe(false);
});

test('good news moves nothing on the desk and lies over nothing: it has its place beside the headline', async ({
  desk,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = desk;
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1366, height: 657 },
  ]) {
    await page.setViewportSize(size);
    await desk.open(quick);
    const boxes = (): Promise<unknown> =>
      Promise.all(
        ['.desk-bar', '.strips-panel', '.curves'].map((part) =>
          page.locator(part).first().boundingBox(),
        ),
      );
    const before = await boxes();
    await desk.command(en.commands.names.copyLink);
    const news = page.locator('.headline').getByText(en.link.copied);
    await expect(news).toBeInViewport({ ratio: 1 });
    expect(await boxes()).toEqual(before);
    await page.getByRole('button', { name: en.notices.dismiss }).click();
    await expect(news).toHaveCount(0);
  }
});

test('on a phone the time left stays whole, and the steps stand beside it or not at all', async ({
  desk,
}) => {
  const { page } = desk;
  await page.setViewportSize({ width: 390, height: 844 });
  await desk.open({ ...quick, settings: { trainTokens: 2048 * 10_000, metricInstances: 1 } });
  await desk.press(en.transport.train);
  await desk.untilTraining();
  const line = page.locator('.below');
  const left = line.locator('.left');
  await expect(left).toHaveText(/\d/, { timeout: 30_000 });
  const [around, time, steps] = await Promise.all(
    [line, left, line.locator('dd').first()].map((one) => one.boundingBox()),
  );
  expect(time!.x).toBeGreaterThanOrEqual(around!.x);
  expect(time!.x + time!.width).toBeLessThanOrEqual(around!.x + around!.width + 1);
  expect(time!.y + time!.height).toBeLessThanOrEqual(around!.y + around!.height + 1);
  const isBelow = steps!.y >= around!.y + around!.height - 1;
  expect(isBelow || steps!.x + steps!.width <= time!.x).toBe(true);
  await desk.press(en.transport.stop);
});

test('on a phone the presets of the menu are in view, and one of them is put on the desk', async ({
  desk,
}) => {
  const { page } = desk;
  await page.setViewportSize({ width: 390, height: 844 });
  await desk.open(quick);
  await desk.press(en.shell.menu);
  await page.getByRole('menuitem', { name: en.presets.choose, exact: true }).click();
  const choice = page.getByRole('menuitemradio', { name: 'Two that fight' });
  await expect(choice).toBeInViewport({ ratio: 1 });
  await choice.click();
  await expect(page.getByRole('button', { name: /^Preset: Two that fight/ })).toBeVisible();
});

test('About leads to the licence, to those of what the page is built from, to the glossary and to papers', async ({
  desk,
  siteUrl,
}) => {
  const { page } = desk;
  await desk.open(quick);
  await desk.command(en.commands.names.about);
  const about = page.getByRole('dialog', { name: en.shell.about });
  const links = about.getByRole('link');
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  expect(hrefs.filter((href) => href.startsWith('https://arxiv.org/abs/'))).toHaveLength(6);
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('rel')))).toEqual(
    hrefs.map(() => 'noreferrer'),
  );
  const others = about.getByRole('link', { name: en.shell.licencesOfOthers });
  const text = await page.request.get(new URL((await others.getAttribute('href'))!, siteUrl).href);
  expect(await text.text()).toMatch(/bits-ui[^]*MIT/);
  expect(await axeFindings(page)).toEqual([]);
  await about.getByRole('button', { name: en.commands.names.glossary }).click();
  await expect(page.getByRole('dialog', { name: en.glossary.title })).toBeVisible();
});

test('shortcuts are listed, found by a word, and single keys can be switched off', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(quick);
  const projected = page.locator('html[data-projector]');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: en.commands.names.shortcuts });
  await list.getByRole('searchbox').fill('redo');
  await expect(list.locator('dt')).toHaveText([en.commands.names.redo]);
  await list.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await page.keyboard.press('p');
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder(en.commands.search), 'those with Ctrl stay').toBeVisible();
  await page.keyboard.press('Escape');
  await expect(projected).toHaveCount(0);
});

test('a technical word explains itself by a key, under the pointer and in the glossary', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(quick);
  const word = desk.button(en.transport.steps);
  const meaning = page.getByText(en.glossary.words.step.text);
  await word.press('Enter');
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await page.mouse.move(0, 0);
  await word.hover();
  await expect(meaning).toBeVisible();
  await page.mouse.move(0, 400);
  await expect(meaning).toHaveCount(0);
  await page.keyboard.press('w');
  await page.getByRole('dialog').getByRole('searchbox').fill('surprised');
  await expect(page.getByRole('dialog').locator('dt')).toHaveText([en.glossary.words.loss.name]);
});

test('what the hand did is taken back by key and by button, which says what it is', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(quick);
  const fader = desk.faders().first();
  await expect(fader).toHaveAttribute('aria-valuenow', '50');
  for (let i = 0; i < 3; i++) await fader.press('ArrowUp');
  await expect(fader).not.toHaveAttribute('aria-valuenow', '50');
  const moved = await fader.getAttribute('aria-valuenow');
  await expect(page.getByRole('button', { name: /^Undo: fader of / })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(fader, 'three quick nudges are one step').toHaveAttribute('aria-valuenow', '50');
  await page.getByRole('button', { name: /^Redo: fader of / }).click();
  await expect(fader).toHaveAttribute('aria-valuenow', moved!);
});

test('the introduction goes with Train; the end is a result, in the headline, the title and aloud', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(quick);
  const headline = page.getByRole('region', { name: en.headline.label });
  await expect(headline).toContainText(en.headline.introNext);
  await desk.press(en.transport.train);
  await expect(headline).not.toContainText(en.headline.introNext);
  await expect(page).toHaveTitle(/^\d+%/, { timeout: 60_000 });
  await desk.untilFinished(120_000);
  await expect(headline).toContainText(/\d+ → \d+/);
  await expect(page).toHaveTitle(/\d+ → \d+/);
  await expect(page.locator('.transport [role="status"]')).toContainText(/\d+ → \d+ of 100/);
  await headline.getByRole('button', { name: en.headline.tryIt }).click();
  await expect(page.getByRole('tab', { name: en.tryIt.title })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

for (const [name, width, height] of [
  ['desktop', 1366, 657],
  ['phone', 390, 844],
  ['narrowest', 320, 640],
] as const) {
  test(`on the ${name} a message has a place of its own, and nothing scrolls sideways`, async ({
    desk,
  }) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await desk.open(quick);
    await desk.dropFile('broken.jsonl', '{"instruction":');
    const notice = page.getByRole('alert');
    await expect(notice).toBeVisible();
    const [told, shown] = await Promise.all([
      notice.boundingBox(),
      page.locator('main').boundingBox(),
    ]);
    expect(told!.y + told!.height).toBeLessThanOrEqual(shown!.y + 1);
    expect(await isTooWide(page)).toBe(false);
  });
}
