import type { Page } from '@playwright/test';
import { en } from '../../src/page/i18n/en/index.ts';
import { servePlainly } from './plainServer.ts';
import { expect, test } from './site.ts';

test('a host without headers, under a sub-path: isolated after one reload, and able to train', async ({
  page,
  siteUrl,
}) => {
  expect(siteUrl, 'the site is built').toBeTruthy();
  const site = await servePlainly('/some/where/');
  try {
    let loads = 0;
    page.on('load', () => loads++);
    await page.goto(`${site.url}?backend=wasm&model=nano`);
    await expect.poll(() => isIsolated(page)).toBe(true);
    await expect(page.getByRole('button', { name: en.transport.train, exact: true })).toBeEnabled();
    await page.waitForTimeout(1500);
    expect(loads).toBe(2);
  } finally {
    await site.close();
  }
});

test('the served site is isolated at once, without a service worker', async ({ page, siteUrl }) => {
  await page.goto(siteUrl);
  expect(await isIsolated(page)).toBe(true);
  const registrations = () => navigator.serviceWorker.getRegistrations().then((all) => all.length);
  expect(await page.evaluate(registrations)).toBe(0);
});

/** False as well while the page is being replaced. */
function isIsolated(page: Page): Promise<boolean> {
  return page.evaluate(() => window.crossOriginIsolated).catch(() => false);
}
