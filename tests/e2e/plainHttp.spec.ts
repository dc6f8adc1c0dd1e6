import { chromiumFlags, findChromium } from '../../tools/build/chromium.mjs';
import { freePort, serveToAll } from '../../tools/build/serveSite.ts';
import { Desk } from './desk.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { expect, test } from './site.ts';

// A name that is not localhost makes plain HTTP an insecure address, as for another computer of the class.
test.use({
  launchOptions: {
    args: [
      ...chromiumFlags({ isSoftwareGpu: true }),
      '--host-resolver-rules=MAP desk.test 127.0.0.1',
    ],
    executablePath: findChromium() ?? 'chromium',
  },
});

test('from another computer, over plain http, it trains on one thread and says so', async ({
  page,
  siteUrl,
}) => {
  expect(siteUrl, 'the site is built').toBeTruthy();
  const port = await freePort('127.0.0.1');
  const server = await serveToAll(port);
  try {
    const desk = new Desk(page, `http://desk.test:${port}/`);
    const settings = { trainTokens: 5000, batchSize: 2, seqLen: 64 };
    await desk.open({ backend: 'wasm', model: 'nano', settings });
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await expect(page.getByText(en.headline.device.insecure)).toBeVisible();
    await desk.press(en.transport.train);
    await desk.untilFinished(120_000);
    expect(await desk.step()).toBeGreaterThan(10);
  } finally {
    await server.close();
  }
});
