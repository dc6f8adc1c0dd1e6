import type { CDPSession, Locator, Page } from '@playwright/test';
import { en } from '../../src/page/i18n/en/index.ts';
import { expect, test } from './site.ts';

test.use({ hasTouch: true });

const phone = { width: 390, height: 844 };
/** Wide enough for upright faders, whose rows scroll when there are many. */
const tablet = { width: 1024, height: 768 };
const cluster = 'sentiment and rating';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger down at `from`, in small moves to `to`, and up: by the browser's own protocol, scrolling included. */
async function swipe(cdp: CDPSession, from: Point, to: Point, steps = 12): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  await send('touchStart', [from]);
  for (let i = 1; i <= steps; i++) {
    const share = i / steps;
    const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    await send('touchMove', [at]);
  }
  await send('touchEnd', []);
}

const fader = (page: Page): Locator => page.getByRole('slider', { name: en.desk.fader(cluster) });
const level = async (page: Page): Promise<number> =>
  Number(await fader(page).getAttribute('aria-valuenow'));
const rows = (page: Page): Locator => page.getByRole('list', { name: en.strips.list });
/** Of the page, or of the rows of strips inside it. */
const scrolled = (page: Page): Promise<number> =>
  rows(page).evaluate((list) => scrollY + list.scrollTop);

/** Brings the fader to the middle of the window and says where its track and its cap are. */
async function place(page: Page): Promise<{ track: Point; cap: Point }> {
  await rows(page).evaluate(async (list) => {
    // A swipe goes on by itself for a while.
    for (let last = NaN; last !== scrollY + list.scrollTop;) {
      last = scrollY + list.scrollTop;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  });
  await fader(page).evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const box = (await fader(page).boundingBox())!;
  const capBox = (await fader(page).locator('.cap').boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const isUpright = box.height > box.width;
  return {
    track: isUpright ? { ...middle, y: box.y + 14 } : { ...middle, x: box.x + box.width * 0.85 },
    cap: { x: capBox.x + capBox.width / 2, y: capBox.y + capBox.height / 2 },
  };
}

test('a swipe over the lying faders of a phone scrolls the page and moves none', async ({
  desk,
}) => {
  const { page } = desk;
  await page.setViewportSize(phone);
  await desk.open({ backend: 'wasm', model: 'nano', preset: 'all' });
  const cdp = await page.context().newCDPSession(page);
  for (const where of ['track', 'cap'] as const) {
    const from = (await place(page))[where];
    const before = await scrolled(page);
    await swipe(cdp, from, { x: from.x + 9, y: from.y - 200 });
    await expect.poll(() => scrolled(page), where).toBeGreaterThan(before + 50);
    expect(await level(page), where).toBe(50);
  }
  const { track } = await place(page);
  await swipe(cdp, track, track, 1);
  expect(await level(page), 'a tap').toBe(50);
  await swipe(cdp, track, { x: track.x - 100, y: track.y + 8 });
  expect(await level(page), 'a drag along the fader').toBeLessThan(40);
  expect(await level(page), 'by as much as the finger').toBeGreaterThan(5);
});

test('on a tablet a swipe from an upright track scrolls; only the cap moves the fader', async ({
  desk,
}) => {
  const { page } = desk;
  await page.setViewportSize(tablet);
  await desk.open({ backend: 'wasm', model: 'nano', preset: 'all' });
  const cdp = await page.context().newCDPSession(page);
  const { track } = await place(page);
  const before = await scrolled(page);
  await swipe(cdp, track, { x: track.x, y: track.y - 150 });
  await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 50);
  expect(await level(page)).toBe(50);

  const { cap } = await place(page);
  const rest = await scrolled(page);
  await swipe(cdp, cap, { x: cap.x, y: cap.y - 40 });
  expect(await level(page)).toBeGreaterThan(55);
  expect(await scrolled(page), 'the page stands still').toBe(rest);
});
