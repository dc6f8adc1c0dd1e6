import { goldenCases } from '../golden/goldenCases.ts';
import { readGolden } from '../golden/goldenFile.ts';
import { goldenRun } from '../golden/goldenRun.ts';
import { expect, test } from './site.ts';

const golden = readGolden();

for (const one of goldenCases.filter(({ isSmall }) => isSmall)) {
  test(`${one.name}: 60 steps, validations, judgements, preview and weights are the recorded bits`, async ({
    page,
    siteUrl,
  }) => {
    await page.goto(new URL('headless.html', siteUrl).href);
    await page.waitForFunction(() => 'mixdesk' in window);
    const engine = await page.evaluate(() => window.mixdesk.api.startEngine('wasm'));
    expect(engine.ok).toBe(true);
    expect(await goldenRun(page, one)).toEqual(golden[one.name]);
  });
}
