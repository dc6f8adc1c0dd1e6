import { isAsked } from '../../src/core/settingRows.ts';
import { type SettingKey, settingsTable } from '../../src/core/settings/table.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { expect, test } from './site.ts';

const words = en.settings.rows;

test('settings come from the link, from the table of the panel, and survive a reload', async ({
  page,
  siteUrl,
}) => {
  await page.goto(`${siteUrl}?backend=cpu&model=nano&set.learningRate=0.004&set.batchSize=0`);
  const refused = new RegExp(`${words.batchSize.label}: got "0", wanted a whole number`);
  await expect(page.getByText(refused)).toBeVisible();

  // Each sampler brings its own knobs to the desk.
  await page.getByRole('button', { name: new RegExp(`^${en.desk.mix}:`) }).click();
  const strategy = page.getByLabel(words.strategy.label, { exact: true }).first();
  await expect(page.getByLabel(words.mixingTemperature.label)).toHaveCount(0);
  await strategy.selectOption(words.strategy.choices.temperature);
  await expect(page.getByLabel(words.mixingTemperature.label)).toBeVisible();
  await expect(page.getByLabel(`${words.cap.label} (${words.cap.unit})`)).toBeVisible();

  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: en.desk.allSettings, exact: true }).click();
  const drawer = page.getByRole('dialog');
  for (const [key, { label }] of Object.entries(words)) {
    const isThere = isAsked(settingsTable[key as SettingKey]);
    await expect(drawer.locator('.control').getByText(label).first(), key).toBeAttached({
      attached: isThere,
    });
  }
  await expect(drawer.getByLabel(words.learningRate.label, { exact: true })).toHaveValue('0.004');
  const flag = drawer.getByRole('switch', { name: words.trainEmbeddings.label });
  await expect(flag).not.toBeChecked();
  await flag.click();
  await expect(flag).toBeChecked();

  await page.goto(`${siteUrl}?backend=cpu&model=nano`);
  await page.getByRole('button', { name: en.desk.allSettings, exact: true }).click();
  await expect(flag).toBeChecked();
  // The link was for that visit; nano's own rate is back.
  await expect(drawer.getByLabel(words.learningRate.label, { exact: true })).toHaveValue('0.006');
  await drawer
    .getByRole('button', { name: en.settings.reset(words.trainEmbeddings.label) })
    .click();
  await expect(flag).not.toBeChecked();
});
