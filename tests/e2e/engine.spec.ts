import { en } from '../../src/page/i18n/en.ts';
import { expect, test } from './site.ts';

test('the Engine page measures this device and finds that the engines learn alike', async ({
  page,
  siteUrl,
}) => {
  await page.goto(new URL('#/engine', siteUrl).href);
  await page.getByRole('radio', { name: 'A', exact: true }).click();
  await page.getByRole('checkbox', { name: en.bench.names['jax-js'] }).uncheck();
  await page.getByRole('button', { name: en.bench.run }).click();
  const rowOf = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const ours = rowOf(en.bench.names.mixdesk);
  const plain = rowOf(en.bench.names.tfjs);
  await expect(ours).toContainText(en.bench.parity.yes, { timeout: 60_000 });
  await expect(plain).toContainText(en.bench.parity.yes);
  await expect(plain).toContainText(/\d ×/);
  await page.getByRole('button', { name: en.bench.stop }).click();
  await expect(page.getByRole('button', { name: en.bench.run })).toBeVisible();
  await expect(ours, 'what was measured stays').toContainText(/\d/);
});
