import { axeFindings } from '../../cli/visit/axeFindings.ts';
import { themes } from '../../cli/visit/looks.ts';
import { smallTargets, smallTexts } from '../../cli/visit/smallParts.ts';
import { shortVisit, walk } from '../../cli/visit/walk.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { Desk } from './desk.ts';
import { expect, test } from './site.ts';

/** CSS pixels that letters have at least. */
const minText = { desktop: 12, phone: 14 };
const minTarget = 24;

for (const size of ['desktop', 'phone'] as const) {
  test(`${size}: axe finds nothing in any view and state, light and dark; letters and targets are large enough`, async ({
    browser,
    siteUrl,
  }) => {
    test.setTimeout(300_000);
    const newVisitor = async (): Promise<Desk> =>
      new Desk(await browser.newPage({ reducedMotion: 'reduce' }), siteUrl);
    await walk(
      newVisitor,
      { sizes: [size], visit: shortVisit, moments: ['before', 'after', 'again', 'during'] },
      async ({ name }, _, { page }) => {
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await axeFindings(page), `${name}, ${colorScheme}`).toEqual([]);
        }
        expect.soft(await smallTexts(page, minText[size]), `${name}: letters`).toEqual([]);
        expect.soft(await smallTargets(page, minTarget), `${name}: targets`).toEqual([]);
      },
    );
  });
}

for (const [what, viewport] of [
  ['a window of 320 px', { width: 320, height: 640 }],
  ['200 % zoom on a laptop', { width: 720, height: 450 }],
] as const) {
  test(`${what}: nothing scrolls sideways, Train is in view, and axe finds nothing`, async ({
    desk,
  }) => {
    const { page } = desk;
    await page.setViewportSize(viewport);
    await desk.open({ backend: 'wasm', model: 'nano' });
    const scrollWidth = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth);
    for (const [view, part] of [
      ['#/desk', page.getByRole('region', { name: en.headline.label })],
      ['#/data', page.getByRole('searchbox', { name: en.library.search })],
      ['#/engine', page.getByRole('heading', { name: en.bench.title })],
    ] as const) {
      await desk.goTo(view);
      await expect(part).toBeVisible();
      await expect.poll(scrollWidth, view).toBeLessThanOrEqual(viewport.width);
      await expect(desk.button(en.transport.train)).toBeInViewport();
      expect(await axeFindings(page), view).toEqual([]);
    }
  });
}
