/** The code of a link, read off its picture module by module. */
import { correction, generate } from 'lean-qr';
import { mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { en } from '../../src/page/i18n/en/index.ts';
import { app } from '../../src/page/state/app.ts';
import { linkOf } from '../../src/page/state/deskLink.ts';
import QrCode from '../../src/page/ui/parts/QrCode.svelte';
import KeepPreset from '../../src/page/views/Desk/presets/KeepPreset.svelte';
import '../../src/page/ui/styles/tokens.css';
import '../../src/page/ui/styles/base.css';
import { fillDesk } from '../page/fakeApp.ts';

/** Rows of modules as they are drawn, without the quiet zone. */
function modulesOf(svg: Element): string[] {
  const [left, , side] = svg.getAttribute('viewBox')!.split(' ').map(Number);
  const size = side! + 2 * left!;
  const path = svg.querySelector('path')!;
  const black = (x: number, y: number): boolean =>
    path.isPointInFill(new DOMPoint(x + 0.5, y + 0.5));
  const places = Array.from({ length: size }, (_, i) => i);
  return places.map((y) => places.map((x) => (black(x, y) ? '#' : '.')).join(''));
}

const codeOf = (text: string): string[] =>
  generate(text, { minCorrectionLevel: correction.L })
    .toString({ on: '#', off: '.', pad: 0 })
    .trimEnd()
    .split('\n');

test('the chooser shows the link to the desk as a code, and follows the desk', async () => {
  fillDesk(app);
  const component = mount(KeepPreset, { target: document.body });
  const button = page.getByRole('button', { name: en.link.showCode });
  const code = page.getByRole('img', { name: en.link.code });
  await expect.element(code).not.toBeInTheDocument();
  await button.click();
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  const drawn = (): string[] => modulesOf(code.element());
  await expect.element(code).toBeVisible();
  expect(drawn()).toEqual(codeOf(await linkOf(app.desk.setup, location.href)));
  app.desk.setLevel(app.desk.channels[0]!, 73);
  const changed = codeOf(await linkOf(app.desk.setup, location.href));
  await expect.poll(drawn).toEqual(changed);
  await expect.element(page.getByText(en.link.onlyHere)).toBeVisible();
  await unmount(component);
});

test('it is black on white in the dark too, with its quiet zone, and says where a text is too long', async () => {
  document.documentElement.dataset['theme'] = 'dark';
  const show = (text: string) =>
    mount(QrCode, { target: document.body, props: { text, label: 'code', tooLong: 'too long' } });
  const fits = show('https://example.org/?'.padEnd(1273, 'a'));
  const code = page.getByRole('img', { name: 'code' });
  await expect.element(code).toHaveAttribute('viewBox', '-4 -4 125 125');
  const fillOf = (part: string): string =>
    getComputedStyle(code.element().querySelector(part)!).fill;
  expect([fillOf('rect'), fillOf('path')]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  await unmount(fits);
  const tooLong = show('https://example.org/?'.padEnd(1274, 'a'));
  await expect.element(page.getByText('too long')).toBeVisible();
  await expect.element(code).not.toBeInTheDocument();
  await unmount(tooLong);
  delete document.documentElement.dataset['theme'];
});
