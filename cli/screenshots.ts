/** `npm run screenshots`: docs/screenshots/, the page while `nano` trains, at three sizes, light and dark; the Engine view. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stderr } from 'node:process';
import type { Browser } from 'playwright';
import { en } from '../src/page/i18n/en/index.ts';
import { ensureBuilt, projectRoot } from '../tools/build/ensureBuilt.ts';
import { serveSite } from '../tools/build/serveSite.ts';
import { launchChromium } from '../tools/build/launchChromium.ts';

const sizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;
const themes = ['light', 'dark'] as const;
const trainingMs = 14_000;
const folder = join(projectRoot, 'docs', 'screenshots');

mkdirSync(folder, { recursive: true });
await ensureBuilt();
const site = await serveSite();
const browser = await launchChromium(false);
await shoot(browser, site.url);
await shootEngine(browser, site.url);
await browser.close();
await site.close();

/** One run serves all pictures: the page only changes its size and colours. */
async function shoot(browser: Browser, siteUrl: string): Promise<void> {
  const page = await browser.newPage({ viewport: sizes.desktop });
  await page.goto(`${siteUrl}?backend=wasm&model=nano`);
  await page.getByRole('button', { name: en.transport.train, exact: true }).click();
  stderr.write(`Training for ${trainingMs / 1000} s …\n`);
  await page.waitForTimeout(trainingMs);
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const theme of themes) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(1500); // the curves redraw with the next events
      await page.screenshot({ path: join(folder, `${size}-${theme}.png`) });
    }
  }
}

/** The Engine view behind a short race at size A. */
async function shootEngine(browser: Browser, siteUrl: string): Promise<void> {
  const page = await browser.newPage({ viewport: sizes.desktop });
  await page.goto(`${siteUrl}#/engine`);
  await page.getByRole('radio', { name: 'A', exact: true }).click();
  const choices = page.getByRole('region', { name: en.bench.choices });
  await choices.getByRole('button', { name: en.bench.run }).click();
  stderr.write('Comparing engines …\n');
  await choices.getByRole('button', { name: en.bench.stop }).waitFor();
  await choices.getByRole('button', { name: en.bench.run }).waitFor({ timeout: 120_000 });
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: join(folder, `engine-${theme}.png`), fullPage: true });
  }
}
