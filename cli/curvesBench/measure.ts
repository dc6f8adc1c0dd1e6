/**
 * How smoothly the curves are drawn: 95 tasks × 10,000 steps that never were, told to the page's own component while
 * nano trains beside on WASM, with a pointer that moves over the plots. `npx tsx cli/curvesBench/measure.ts`
 */
import { chromium, type Page } from 'playwright';
import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { build, preview } from 'vite';
import { findChromium } from '../../tools/build/chromium.mjs';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';
import { makeWatchable, watch } from '../quality/watchPage.ts';
import { freePort } from '../../tools/build/serveSite.ts';

/** What was seen while the curves were drawn. */
export interface CurvesSmoothness {
  readonly name: string;
  readonly longestTaskMs: number;
  /** Tasks of the page over 50 ms. */
  readonly longTasks: number;
  readonly framesPerSecond: number;
}

const nTasks = 95;
const nSteps = 10_000;
const watchedMs = 8000;

interface LiveWindow extends Window {
  stopLive: () => void;
}

/** Measures every form of the curves. */
export async function measureCurves(): Promise<CurvesSmoothness[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'curves-bench-'));
  const input = fileURLToPath(new URL('./index.html', import.meta.url));
  await build({
    root: projectRoot,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      license: false,
      rolldownOptions: { input: { curves: input } },
    },
  });
  const host = '127.0.0.1';
  const port = await freePort(host);
  const server = await preview({
    root: projectRoot,
    logLevel: 'warn',
    build: { outDir },
    preview: { host, port, strictPort: true },
  });
  const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium' });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 420 } });
    await makeWatchable(page);
    await page.goto(`http://${host}:${port}/cli/curvesBench/index.html`);
    return await measureForms(page);
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true });
  }
}

async function measureForms(page: Page): Promise<CurvesSmoothness[]> {
  await page.waitForFunction(() => 'curvesBench' in window);
  await page.evaluate(async (n) => window.curvesBench.fillDesk(n), nTasks);
  await page.evaluate(async () => void (await window.curvesBench.train()));
  const told = await seen(page, `telling ${nSteps} steps`, async () => {
    await page.evaluate(async (n) => {
      const run = await window.curvesBench.tell('made-up', n);
      (window as unknown as LiveWindow).stopLive = window.curvesBench.live(run, n + 1, 10);
    }, nSteps);
  });
  const results = [told];
  for (const [kind, form] of [
    ['trainLoss', 'multiples'],
    ['trainLoss', 'overlay'],
    ['score', 'multiples'],
    ['share', 'multiples'],
  ] as const) {
    const name = `${kind}, ${form}, hover and live`;
    const change = [kind, form] as const;
    results.push(
      await seen(page, name, async () => {
        await page.evaluate(([k, f]) => {
          window.curvesBench.curvesView.choose('kind', k);
          window.curvesBench.curvesView.choose('form', f);
          window.curvesBench.curvesView.choose('grouping', 'tasks');
        }, change);
        await hover(page);
      }),
    );
  }
  return results;
}

async function hover(page: Page): Promise<void> {
  const until = Date.now() + watchedMs;
  for (let i = 0; Date.now() < until; i++) {
    await page.mouse.move(60 + ((i * 7) % 700), 120 + ((i * 3) % 240));
    await page.waitForTimeout(16);
  }
}

async function seen(page: Page, name: string, act: () => Promise<void>): Promise<CurvesSmoothness> {
  const { longTasks, nFrames, elapsedMs } = await watch(page, act);
  return {
    name,
    longestTaskMs: Math.round(Math.max(0, ...longTasks)),
    longTasks: longTasks.length,
    framesPerSecond: Math.round((1000 * nFrames) / elapsedMs),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const row of await measureCurves()) stdout.write(`${JSON.stringify(row)}\n`);
}
