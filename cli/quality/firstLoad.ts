import { stderr } from 'node:process';
import type { Browser, Request } from 'playwright';
import { median } from '../../src/core/statistics/median.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { Visitor } from '../visit/visitor.ts';
import type { Figures } from './qualityReport.ts';

const nVisits = 3;
/** The model, the tasks and their lists: what is learned with and from. */
const data = /\/(models|datasets|presets)\//;

/** Cold visits with the settings of a first one: what travels, and when Train takes a press. */
export async function measureFirstLoad(browser: Browser, siteUrl: string): Promise<Figures> {
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i < nVisits; i++) {
    const visit = await coldVisit(browser, siteUrl);
    times.push(visit.pressableMs);
    bytes = Math.max(bytes, visit.bytes);
  }
  stderr.write(`  ${bytes} bytes; Train after ${times.map(Math.round).join(', ')} ms\n`);
  return { firstLoadBytes: bytes, trainPressableMs: Math.round(median(times)) };
}

async function coldVisit(
  browser: Browser,
  siteUrl: string,
): Promise<{ pressableMs: number; bytes: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(siteUrl, { waitUntil: 'commit' });
  const pressable = await page.waitForFunction(
    (word) => {
      const pressable = [...document.querySelectorAll('button:enabled')];
      const isThere = pressable.some((one) => one.textContent.trim() === word);
      return isThere ? performance.now() : null;
    },
    en.transport.train,
    { polling: 10 },
  );
  const pressableMs = (await pressable.jsonValue())!;
  await new Visitor(page, siteUrl).untilReady();
  await page.waitForLoadState('networkidle');
  let bytes = 0;
  for (const request of requests.filter((one) => !data.test(new URL(one.url()).pathname))) {
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    bytes += responseBodySize + responseHeadersSize;
  }
  await context.close();
  return { pressableMs, bytes };
}
