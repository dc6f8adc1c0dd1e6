/** The large plot on its own: its life beside that of its canvas. */
import { afterEach, expect, test } from 'vitest';
import type { ChangeMark } from '../../src/page/state/plotData.ts';
import { createLineChart, type LineChartContent } from '../../src/page/ui/plot/lineChart.ts';
import '../../src/page/ui/styles/tokens.css';

const content: LineChartContent = {
  lines: [],
  highlighted: null,
  levels: [],
  marks: [],
  x: { from: 0, to: 10 },
  y: { from: 0, to: 1 },
  isLog: false,
  xLabel: 'step',
  yLabel: 'loss',
  formatX: String,
  isWholeX: true,
};

/** Longer than a chart may put off what a change of size asks for. */
const settledMs = 300;
const settled = (): Promise<void> => new Promise((go) => setTimeout(go, settledMs));

const errors: unknown[] = [];
const keep = (event: ErrorEvent): void => {
  // Said by the test itself, as an assertion.
  event.preventDefault();
  errors.push(event.error);
};

function place(width: number): { host: HTMLElement; canvas: HTMLCanvasElement } {
  const host = document.createElement('div');
  host.style.cssText = `position: relative; width: ${width}px; height: 200px;`;
  const canvas = document.createElement('canvas');
  host.append(canvas);
  document.body.append(host);
  return { host, canvas };
}

afterEach(() => {
  document.body.replaceChildren();
  window.removeEventListener('error', keep);
  errors.length = 0;
});

test('a chart that goes away right after its size changed draws no more', async () => {
  window.addEventListener('error', keep);
  const { host, canvas } = place(600);
  let resized = 0;
  const chart = createLineChart(canvas, () => resized++);
  chart.show(content);
  await settled();
  const before = resized;
  host.style.width = '400px';
  await expect.poll(() => resized, { interval: 5 }).toBeGreaterThan(before);
  chart.destroy();
  host.remove();
  await settled();
  expect(errors).toEqual([]);
});

test('its frame follows the size of its place', async () => {
  const { host, canvas } = place(600);
  let resized = 0;
  const chart = createLineChart(canvas, () => resized++);
  expect(chart.show(content).right).toBeGreaterThan(500);
  await settled();
  const before = resized;
  host.style.width = '400px';
  await expect.poll(() => resized).toBeGreaterThan(before);
  const { right } = chart.show(content);
  expect(right).toBeGreaterThan(300);
  expect(right).toBeLessThanOrEqual(400);
  chart.destroy();
});

test('marks of the hand, of the schedule and of a pause are told apart by their shape alone', () => {
  const { canvas } = place(600);
  const chart = createLineChart(canvas, () => undefined);
  const ctx = canvas.getContext('2d')!;
  const drawn = (kind: ChangeMark['kind'], step: number): string => {
    const { left, right, top } = chart.show({
      ...content,
      marks: [{ step, x: step, label: '', kind }],
    });
    const scale = canvas.width / canvas.clientWidth;
    const x = left + (step / 10) * (right - left);
    const place = [x - 6, top, 12, 10].map((pixel) => Math.round(pixel * scale)) as Box;
    return ctx
      .getImageData(...place)
      .data.filter((_, i) => i % 4 === 3)
      .join();
  };
  expect(drawn('hand', 5), 'the same each time').toBe(drawn('hand', 5));
  const shapes = (['hand', 'schedule', 'pause'] as const).map((kind) => drawn(kind, 5));
  expect(new Set(shapes).size).toBe(3);
  chart.destroy();
});

type Box = [number, number, number, number];
