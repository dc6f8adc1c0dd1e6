/**
 * How the page takes a large file of one's own:
 *   npm run bench:file -- [--megabytes 200] [--root FOLDER]
 * A seeded JSONL file is made, given to the page's picker, and followed: seconds, what is shown meanwhile, the page's
 * longest task, memory of the process. `--root` measures the built site of another checkout. Prints one JSON line.
 */
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright';
import { randomStream } from '../src/core/random.ts';
import { ensureBuilt, projectRoot } from '../tools/build/ensureBuilt.ts';
import { launchChromium } from '../tools/build/launchChromium.ts';
import { serveSite } from '../tools/build/serveSite.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '200' },
    root: { type: 'string', default: projectRoot },
  },
});
const longestMs = 300_000;
const words = 'river stone apple seven green winter music table horse letter paper cloud'.split(
  ' ',
);

declare global {
  interface Window {
    /** Of the page's thread, ms. */
    longTasks: number[];
  }
}

const folder = mkdtempSync(join(tmpdir(), 'mixdesk-large-'));
if (values.root === projectRoot) await ensureBuilt();
const site = await serveSite(values.root);
const browser = await launchChromium(false);
try {
  const path = join(folder, 'large.jsonl');
  const rows = await writeRows(path, Number(values.megabytes) * 1e6);
  const page = await openPage(browser, site.url);
  const figures = await follow(browser, page, path);
  stdout.write(`${JSON.stringify({ megabytes: Number(values.megabytes), rows, ...figures })}\n`);
} finally {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
}

/** Rows of about 130 bytes, all different. */
async function writeRows(path: string, bytes: number): Promise<number> {
  const out = createWriteStream(path);
  let written = 0;
  let rows = 0;
  while (written < bytes) {
    let text = '';
    for (let i = 0; i < 2000; i++, rows++) {
      const stream = randomStream(1, 'large', rows);
      const said = Array.from({ length: 12 }, () => stream.pick(words));
      const row = { instruction: 'Say the last word.', input: `${rows} ${said.join(' ')}` };
      text += `${JSON.stringify({ ...row, output: said.at(-1) })}\n`;
    }
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return rows;
}

async function openPage(open: Browser, url: string): Promise<Page> {
  const page = await open.newPage();
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  await page.goto(`${url}?backend=wasm&model=nano`);
  await page.waitForFunction(() => window.longTasks.length >= 0 && document.querySelector('#desk'));
  // What the page does by itself after it has opened is not to be measured.
  await page.waitForTimeout(20_000);
  await page.evaluate(() => (window.longTasks.length = 0));
  return page;
}

async function follow(open: Browser, page: Page, path: string) {
  const before = await megabytesOf(open);
  const start = performance.now();
  let peak = before;
  let shown = '';
  let shownAfter: number | null = null;
  await page.locator('input[type=file]').first().setInputFiles(path);
  for (;;) {
    await page.waitForTimeout(250);
    peak = Math.max(peak, await megabytesOf(open));
    const progress = page.locator('section:has([role=progressbar]):has-text("large.jsonl")');
    if ((await progress.count()) > 0) {
      shownAfter ??= performance.now() - start;
      shown = await progress.innerText().catch(() => shown);
    }
    const told = await page.locator('.notice').allInnerTexts();
    const end = told.find((text) => text.includes('large'));
    const tookMs = performance.now() - start;
    if (end === undefined && tookMs < longestMs) continue;
    const longestTaskMs = Math.max(0, ...(await page.evaluate(() => window.longTasks)));
    return {
      seconds: Math.round(tookMs / 100) / 10,
      progressAfterMs: shownAfter && Math.round(shownAfter),
      longestTaskMs: Math.round(longestTaskMs),
      megabytesBefore: before,
      megabytesAtMost: peak,
      shown: shown.replaceAll(/\s+/g, ' '),
      told: end?.replaceAll(/\s+/g, ' ') ?? 'nothing',
    };
  }
}

/** Memory of the largest page process, its workers included, as Linux counts it; 0 elsewhere. */
async function megabytesOf(open: Browser): Promise<number> {
  const session = await open.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
      } catch {
        return 0;
      }
    });
  return Math.round(Math.max(0, ...sizes) / 1024);
}
