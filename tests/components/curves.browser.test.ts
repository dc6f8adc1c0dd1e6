/** The curves alone, of a run whose events the test tells. */
import { mount } from 'svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { curvesView, desk, library, runs, timeCursor } from '../../src/page/state/app.ts';
import '../../src/page/ui/styles/base.css';
import '../../src/page/ui/styles/tokens.css';
import Curves from '../../src/page/views/Desk/Curves.svelte';
import { toyLosses, toyRun, toyStep } from '../core/toyRun.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const nSteps = 40;

const step = (n: number): TrainEvent => {
  const losses = Object.fromEntries(ids.map((id, i) => [id, 3 / n + i / 10]));
  return toyStep(n, toyLosses(losses, { tokens: 5, examples: 1, allTokens: 20 }));
};

const evaluated = (n: number): TrainEvent => ({
  type: 'evaluated',
  runId: 'r',
  step: n,
  split: 'validation',
  results: ids.map((taskId, i) => ({
    taskId,
    loss: 3 / (n + 1),
    metric: 'exactMatch',
    score: n + 5 * i,
    instances: 8,
  })),
  answers: [],
  elapsedMs: 1,
});

const learningRateMoved: TrainEvent = {
  type: 'changed',
  runId: 'r',
  step: 20,
  cause: { kind: 'setting', key: 'learningRate', from: 0.006, to: 0.02 },
  mixingRates: {},
  learningRate: 0.02,
};

function putOnDesk(n: number): void {
  const tasks = ids.slice(0, n).map((id) => ({ id, level: 50, isMuted: false }));
  desk.useSetup({ model: 'nano', tasks, buses: {}, settings: {} });
}

beforeAll(async () => {
  localStorage.clear();
  await page.viewport(900, 420);
  library.list(
    ids.map((id) => ({
      id,
      name: `Task ${id}`,
      cluster: id,
      metric: 'exactMatch',
      size: 10,
      source: { kind: 'builtIn', url: '', sha256: '', bytes: 1 },
    })),
  );
  putOnDesk(4);
  const place = document.createElement('div');
  place.style.cssText = 'display: grid; height: 400px;';
  document.body.append(place);
  mount(Curves, { target: place });
});

afterEach(() => {
  timeCursor.step = null;
  curvesView.showAll();
  curvesView.enlarged = null;
  curvesView.isTable = false;
});

const panel = page.getByRole('region', { name: en.curves.title });
const surface = panel.getByRole('slider', { name: new RegExp(en.curves.keys.slice(0, 20)) });
const labels = panel.getByRole('list', { name: en.curves.legend }).getByRole('button');

/** Lines are drawn with the frames after they have changed: until thirty have brought no other. */
async function untilDrawn(strokes: readonly unknown[]): Promise<void> {
  for (let calm = 0, seen = strokes.length; calm < 30; calm++) {
    await new Promise(requestAnimationFrame);
    if (strokes.length !== seen) calm = 0;
    seen = strokes.length;
  }
}

test('before any run it says what to press', async () => {
  await expect.element(panel.getByText(en.curves.emptyHelp)).toBeVisible();
});

test('a run draws a line a task, with its name and value at its end', async () => {
  runs.open(toyRun('r'));
  runs.apply([evaluated(0), ...Array.from({ length: nSteps }, (_, i) => step(i + 1))]);
  runs.apply([evaluated(20), learningRateMoved, evaluated(nSteps)]);
  await expect.element(labels).toHaveLength(4);
  await expect.element(labels.first()).toHaveTextContent(/Task a\s*40\.0/);
});

test('pointing draws no line again, live values do', async () => {
  const stroke = vi.spyOn(CanvasRenderingContext2D.prototype, 'stroke');
  await untilDrawn(stroke.mock.calls);
  const drawn = stroke.mock.calls.length;
  const { left, top, width, height } = surface.element().getBoundingClientRect();
  for (let i = 1; i <= 20; i++) {
    surface.element().dispatchEvent(
      new PointerEvent('pointermove', {
        clientX: left + (width * i) / 21,
        clientY: top + height / 2,
        bubbles: true,
      }),
    );
    await new Promise(requestAnimationFrame);
  }
  expect(timeCursor.step).toBe(nSteps);
  await expect.element(panel.getByText('Step 40 · calm-otter-1')).toBeVisible();
  expect(stroke.mock.calls.length).toBe(drawn);
  runs.apply([step(nSteps + 1)]);
  await expect.poll(() => stroke.mock.calls.length).toBeGreaterThan(drawn);
  stroke.mockRestore();
});

test('keys read values, go to what was changed and zoom', async () => {
  (surface.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(timeCursor.step).toBe(nSteps);
  await userEvent.keyboard('{PageUp}');
  expect(timeCursor.step).toBe(20);
  await expect
    .element(surface)
    .toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/Step 20, By hand: Learning rate 0\.006 → 0\.02, .*Task a 20\.0/),
    );
  await userEvent.keyboard('+');
  expect(curvesView.zoom.window).toEqual({ from: 10, to: 30.5 });
  await userEvent.keyboard('0');
  expect(curvesView.zoom.window).toBeNull();
});

test('two fingers zoom around the middle between them and move the picture along; one points', async () => {
  const { left, top, width, height } = surface.element().getBoundingClientRect();
  const finger = (type: string, pointerId: number, share: number, pointerType = 'touch') =>
    surface.element().dispatchEvent(
      new PointerEvent(type, {
        ...{ pointerId, pointerType, bubbles: true },
        clientX: left + width * share,
        clientY: top + height / 2,
      }),
    );
  const stepUnder = (share: number): number | null => {
    finger('pointermove', 9, share, 'mouse');
    const { step } = timeCursor;
    finger('pointerleave', 9, share, 'mouse');
    return step;
  };
  const { zoom } = curvesView;
  const span = () => zoom.window!.to - zoom.window!.from;
  const whole = nSteps + 1;
  const middle = stepUnder(0.5);
  expect(middle).toBeGreaterThan(0);
  finger('pointerdown', 1, 0.4);
  expect(timeCursor.step).not.toBeNull();
  finger('pointerdown', 2, 0.6);
  expect(timeCursor.step, 'two fingers point at nothing').toBeNull();
  for (const by of [0.02, 0.04, 0.06, 0.08, 0.1]) {
    finger('pointermove', 1, 0.4 - by);
    finger('pointermove', 2, 0.6 + by);
  }
  expect(span()).toBeCloseTo(whole / 2, 0);
  finger('pointerup', 1, 0.3);
  finger('pointerup', 2, 0.7);
  const message = 'what lay in the middle is there still';
  await expect.poll(() => stepUnder(0.5), { message }).toBe(middle);
  finger('pointerdown', 1, 0.3);
  finger('pointerdown', 2, 0.7);
  const before = zoom.window!;
  for (const by of [0.05, 0.1]) {
    finger('pointermove', 1, 0.3 + by);
    finger('pointermove', 2, 0.7 + by);
  }
  expect(span()).toBeCloseTo(before.to - before.from, 6);
  expect(zoom.window!.from, 'the picture goes with the fingers').toBeLessThan(before.from - 1);
  finger('pointerup', 1, 0.4);
  finger('pointermove', 2, 0.5);
  expect(timeCursor.step, 'the one that is left has not pointed').toBeNull();
  finger('pointerup', 2, 0.5);
  finger('pointerdown', 3, 0.5);
  expect(timeCursor.step).not.toBeNull();
  finger('pointerup', 3, 0.5);
  zoom.reset();
});

test('a label hides its line; Alt and Enter show it alone, and again all of them', async () => {
  await labels.first().click();
  await expect.element(labels).toHaveLength(3);
  (labels.first().element() as HTMLElement).focus();
  curvesView.showAll();
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
  await expect.element(labels).toHaveLength(1);
  (labels.first().element() as HTMLElement).focus();
  await userEvent.keyboard('i');
  await expect.element(labels).toHaveLength(4);
});

test('more than six lines are small plots; a press enlarges one, arrows step, Escape gives the focus back', async () => {
  putOnDesk(8);
  const plot = (name: string) =>
    panel.getByRole('button', { name: new RegExp(`^Task ${name}\\b`) });
  await plot('c').click();
  await expect.element(panel.getByRole('button', { name: en.curves.back })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(labels.first()).toHaveTextContent('Task d');
  await userEvent.keyboard('{Escape}');
  await expect.element(plot('d')).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{End}{ArrowLeft}');
  await expect.element(plot('c')).toHaveFocus();
  expect(timeCursor.step).toBe(20);
  await expect.element(plot('c')).toHaveTextContent('30.0');
});

test('the curves are a table too', async () => {
  await panel.getByRole('radio', { name: en.curves.forms.table }).click();
  const row = panel.getByRole('row', { name: /^Task b/ });
  await expect.element(row).toHaveTextContent(/Task b\s*5\.0\s*25\.0\s*45\.0/);
});
