/** The large plot on its own: its life beside that of its canvas. */
import { afterEach, expect, test } from 'vitest';
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
