import { en } from '../../src/page/i18n/en/index.ts';
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
  const choices = page.getByRole('region', { name: en.bench.choices });
  await choices.getByRole('button', { name: en.bench.stop }).click();
  await expect(page.getByRole('button', { name: en.bench.run })).toBeVisible();
  await expect(ours, 'what was measured stays').toContainText(/\d/);
});

test('the Engine view opens inside the page: training goes on, and the back button returns to it', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open({ backend: 'wasm', model: 'nano', settings: { trainTokens: 4096 * 200 } });
  await desk.press(en.transport.train);
  await expect.poll(() => desk.step(), { timeout: 60_000 }).toBeGreaterThan(2);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));

  await desk.command(en.commands.names.engineDetails);
  await page.getByRole('link', { name: en.engine.compare }).click();
  await expect(page.getByRole('heading', { name: en.bench.title })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/engine');
  await expect(page.getByText(en.bench.taken)).toBeVisible();
  await expect(desk.button(en.bench.run)).toBeDisabled();
  const before = await desk.step();
  await expect.poll(() => desk.step()).toBeGreaterThan(before + 2);

  await desk.press(en.transport.pause);
  await expect(desk.button(en.bench.run), 'a paused run leaves the device alone').toBeEnabled();
  await page.goBack();
  await expect(page.getByRole('region', { name: en.desk.title, exact: true })).toBeVisible();
  expect(new URL(page.url()).search, 'the address keeps the model').toContain('model=nano');
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  await desk.press(en.transport.resume);
  const paused = await desk.step();
  await expect.poll(() => desk.step()).toBeGreaterThan(paused);
});

test('the old address of the Engine page leads to its view, and no engine starts for it', async ({
  page,
  siteUrl,
}) => {
  await page.goto(new URL('engine.html?backend=wasm', siteUrl).href);
  await page.waitForURL(/\?backend=wasm#\/engine$/);
  await expect(page.getByRole('heading', { name: en.bench.title })).toBeVisible();
  await expect(page.getByText(en.engine.off).first()).toBeVisible();
  await page.getByRole('link', { name: en.bench.back }).click();
  await expect(page.getByRole('button', { name: en.transport.train, exact: true })).toBeEnabled({
    timeout: 60_000,
  });
});
