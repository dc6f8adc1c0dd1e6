import { execFileSync } from 'node:child_process';
import { stderr } from 'node:process';
import type { Page } from 'playwright';
import { ensureBuilt } from '../tools/build/ensureBuilt.ts';
import { serveSite } from '../tools/build/serveSite.ts';
import { launchChromium } from '../tools/build/launchChromium.ts';
import './benchWindow.ts';

export interface OpenBench {
  readonly page: Page;
  /** The browser, and the emulated adapter when it was asked for. */
  readonly driver: string;
  close(): Promise<void>;
}

/** The built site's Engine view in headless Chromium, ready to be driven. */
export async function openBench(isSoftwareGpu: boolean): Promise<OpenBench> {
  await ensureBuilt();
  const site = await serveSite();
  const browser = await launchChromium(isSoftwareGpu);
  const page = await browser.newPage();
  page.on('pageerror', (error) => stderr.write(`page: ${error.message}\n`));
  page.on('console', (message) => {
    if (message.type() === 'error') stderr.write(`page: ${message.text()}\n`);
  });
  await page.goto(new URL('#/engine', site.url).href);
  await page.waitForFunction(() => 'bench' in window);
  return {
    page,
    driver: `Chromium ${browser.version()}${isSoftwareGpu ? ', SwiftShader' : ''}`,
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** The commit that is measured. */
export const commit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
export const today = (): string => new Date().toISOString().slice(0, 10);
