import type { Locator } from '@playwright/test';
import { en } from '../../src/page/i18n/en/index.ts';
import type { Desk } from './desk.ts';
import { expect, test } from './site.ts';

const people = 'Find the people';
const rating = 'Review rating';

const open = (desk: Desk, preset = 'four-jobs'): Promise<void> =>
  desk.open({ backend: 'wasm', model: 'nano', preset });
const fader = ({ page }: Desk, name: string): Locator =>
  page.getByRole('slider', { name: en.desk.fader(name) });
const strips = ({ page }: Desk): Locator => page.getByRole('list', { name: en.strips.list });

test('the strips are one tab stop; arrows go along them, others move the fader', async ({
  desk,
}) => {
  await open(desk);
  const { page } = desk;
  expect(await strips(desk).locator('[tabindex="0"]').count(), 'of the first strip').toBeLessThan(
    7,
  );
  await fader(desk, people).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(fader(desk, people)).toHaveAttribute('aria-valuenow', '61');
  await page.keyboard.press('ArrowRight');
  await expect(fader(desk, rating)).toBeFocused();
  await expect(fader(desk, people)).toHaveAttribute('tabindex', '-1');
  await page.keyboard.press('ArrowLeft');
  await expect(fader(desk, people)).toBeFocused();
});

test('a level is typed, on the fader or in its field, and given back by a double click', async ({
  desk,
}) => {
  await open(desk);
  const { page } = desk;
  await fader(desk, people).focus();
  await page.keyboard.type('73');
  await page.keyboard.press('Enter');
  await expect(fader(desk, people)).toHaveAttribute('aria-valuenow', '73');
  await expect(fader(desk, people)).toBeFocused();
  const field = page.getByRole('textbox', { name: en.strips.level(people) });
  await field.click();
  await page.keyboard.type('8');
  await page.keyboard.press('Escape');
  await expect(fader(desk, people), 'Escape takes it back').toHaveAttribute('aria-valuenow', '73');
  await fader(desk, people).dblclick({ position: { x: 5, y: 5 } });
  await expect(fader(desk, people)).toHaveAttribute('aria-valuenow', '50');
});

test('M and S play the strip that has the focus; what is muted is watched; solo is cleared at once', async ({
  desk,
}) => {
  await open(desk);
  const { page } = desk;
  await fader(desk, people).focus();
  await page.keyboard.press('m');
  await expect(strips(desk).getByText(en.strips.watchedHelp)).toHaveCount(1);
  await page.keyboard.press('m');
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+S');
  await expect(desk.button(en.desk.soloOf(people))).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await expect(desk.button(en.desk.soloOf(people)), 'alone').toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await desk.press(en.strips.clearSolo);
  await expect(desk.button(en.desk.soloOf(rating))).toHaveAttribute('aria-pressed', 'false');
});

test('the wheel moves the fader under the pointer, but never where something would scroll', async ({
  desk,
}) => {
  await open(desk);
  const { page } = desk;
  await fader(desk, people).hover({ position: { x: 5, y: 5 } });
  await page.mouse.wheel(0, -100);
  await expect(fader(desk, people)).toHaveAttribute('aria-valuenow', '52');
});

test('of a hundred tasks one is found by name, or by opening all buses; a wheel scrolls the rows', async ({
  desk,
}) => {
  await open(desk, 'all');
  const { page } = desk;
  const closed = await desk.faders().count();
  const bus = desk.faders().first();
  await bus.hover({ position: { x: 5, y: 5 } });
  await page.mouse.wheel(0, 100);
  await expect.poll(() => strips(desk).evaluate((list) => list.scrollTop)).toBeGreaterThan(20);
  await expect(bus).toHaveAttribute('aria-valuenow', '50');
  await page.getByRole('searchbox', { name: en.strips.find }).fill('javascript');
  await expect(fader(desk, 'Python to JavaScript')).toBeVisible();
  expect(await desk.faders().count()).toBeLessThan(4);
  await page.getByRole('searchbox', { name: en.strips.find }).fill('');
  await desk.press(en.strips.openAll);
  expect(await desk.faders().count()).toBeGreaterThan(closed + 90);
  expect(await strips(desk).locator('[tabindex="0"]').count()).toBeLessThan(7);
  await desk.press(en.strips.closeAll);
  await expect(desk.faders()).toHaveCount(closed);
});

test('the answer on a strip opens more of them; strips, curves and answers share a small laptop', async ({
  desk,
}) => {
  const { page } = desk;
  for (const size of [
    { width: 1366, height: 657 },
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    await open(desk);
    const below = await page.evaluate(
      () => document.documentElement.scrollHeight - window.innerHeight,
    );
    expect(below, `${size.width} × ${size.height}`).toBeLessThanOrEqual(0);
    await expect(fader(desk, people)).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('region', { name: en.strips.master })).toBeInViewport({ ratio: 1 });
    await expect(desk.button(en.transport.train)).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole('tab', { name: en.tryIt.title }).click();
  await desk.press(en.transport.train);
  const answer = strips(desk).getByRole('button', { name: en.strips.answerOf(people) });
  await answer.click({ timeout: 60_000 });
  await expect(page.getByRole('tab', { name: en.answers.title })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await desk.press(en.transport.stop);
});

test('what has come is brought into view, and marked until it is touched', async ({ desk }) => {
  await open(desk, 'all');
  const rows = Array.from(
    { length: 12 },
    (_, i) => `{"instruction":"Say it.","input":"a${i}","output":"b${i}"}`,
  );
  await desk.dropFile('mine.jsonl', rows.join('\n'));
  await expect(fader(desk, 'mine')).toBeInViewport();
  const marked = strips(desk).locator('li.marked');
  await expect(marked).toHaveCount(1);
  await fader(desk, 'mine').focus();
  await expect(marked).toHaveCount(0);
});
