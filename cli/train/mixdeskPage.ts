import { stderr } from 'node:process';
import type { Browser, Page } from 'playwright';
import type { Result } from '../../src/core/errors.ts';
import type { Mixdesk } from '../../src/headless/mixdesk.ts';
import type { BackendName, EngineInfo, RunPlan } from '../../src/core/protocol/index.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import { errorInEnglish } from '../../src/words/en/errors/index.ts';
import { told } from '../told.ts';
import { launchChromium } from '../../tools/build/launchChromium.ts';

export interface MixdeskPage {
  readonly page: Page;
  readonly engine: EngineInfo;
  close(): Promise<void>;
}

/**
 * Opens the built site's headless page in a headless Chromium and starts its engine. WebGPU is tried
 * on a real adapter first, then on the one that Chromium emulates.
 */
export async function openMixdesk(
  siteUrl: string,
  backend: BackendName | 'auto',
): Promise<MixdeskPage> {
  const first = await tryOpen(siteUrl, backend, false);
  if (first.ok) return first.value;
  if (backend !== 'webgpu') throw new Error(told(first.error));
  stderr.write(
    `No GPU adapter (${errorInEnglish(first.error).message}); emulating one on the CPU.\n`,
  );
  return unwrap(await tryOpen(siteUrl, backend, true));
}

async function tryOpen(
  siteUrl: string,
  backend: BackendName | 'auto',
  isSoftwareGpu: boolean,
): Promise<Result<MixdeskPage>> {
  const browser = await launchChromium(isSoftwareGpu);
  try {
    const page = await openPage(browser, siteUrl);
    const started = await page.evaluate((name) => window.mixdesk.api.startEngine(name), backend);
    if (!started.ok) {
      await browser.close();
      return started;
    }
    return { ok: true, value: { page, engine: started.value, close: () => browser.close() } };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openPage(browser: Browser, siteUrl: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => stderr.write(`page: ${error.message}\n`));
  page.on('console', (message) => {
    if (message.type() === 'error') stderr.write(`page: ${message.text()}\n`);
  });
  await page.goto(new URL('headless.html', siteUrl).href);
  await page.waitForFunction(() => (window as { mixdesk?: Mixdesk }).mixdesk !== undefined);
  return page;
}

/** The plan of an order for what the page has loaded. */
export const planInPage = async ({ page }: MixdeskPage, order: RunOrder): Promise<RunPlan> =>
  unwrap(await page.evaluate((asked) => window.mixdesk.plan(asked), order));

/** The value, or the failure as an exception in words for a terminal. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(told(result.error));
}
