import { test as base } from '@playwright/test';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { Desk } from './desk.ts';

/** The built site on a free port of its own, and the page's desk as a visitor finds it. */
export const test = base.extend<{ desk: Desk }, { siteUrl: string }>({
  siteUrl: [
    // Playwright reads the fixtures' names from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await ensureBuilt();
      const site = await serveSite();
      await use(site.url);
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desk: async ({ page, siteUrl }, use) => {
    await use(new Desk(page, siteUrl));
  },
});

export { expect } from '@playwright/test';
