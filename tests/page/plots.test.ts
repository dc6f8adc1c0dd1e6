import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markHeads } from '../../src/page/ui/plot/markShape.ts';
import { pixelX, pixelY, xAtPixel } from '../../src/page/ui/plot/plotFrame.ts';
import { spread } from '../../src/page/ui/plot/spread.ts';
import { svgFigure, type Figure } from '../../src/page/ui/plot/svgFigure.ts';
import { svgPath } from '../../src/page/ui/plot/svgPath.ts';
import { plotGrid } from '../../src/page/views/Desk/curves/plotGrid.ts';

const frame = {
  x: { from: 0, to: 10 },
  y: { from: 1, to: 100 },
  isLog: true,
  left: 0,
  right: 200,
  top: 0,
  bottom: 100,
};

test('values lie where their axis has them, on a log scale by powers', () => {
  expect(pixelX(frame, 5)).toBe(100);
  expect(xAtPixel(frame, 100)).toBe(5);
  expect(xAtPixel(frame, 900)).toBe(10);
  expect(pixelY(frame, 10)).toBeCloseTo(50, 9);
  expect(pixelY({ ...frame, isLog: false, y: { from: 0, to: 50 } }, 25)).toBe(50);
  const points = { xs: Float64Array.of(0, 5), ys: Float64Array.of(1, 100) };
  expect(svgPath(points, frame)).toBe('M0 100L100 0');
});

describe('labels beside the ends of lines', () => {
  test('stand where the lines end while there is room', () => {
    expect(spread([80, 20], 20, 10, 90)).toEqual([80, 20]);
  });

  test('make room for each other evenly, in the order of the lines', () => {
    expect(spread([50, 52, 48], 20, 0, 100)).toEqual([50, 70, 30]);
  });

  test('never collide or leave the plot where there is room for all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (wanted) => {
        const places = spread(wanted, 20, 10, 190);
        const sorted = [...places].sort((a, b) => a - b);
        expect(places.every((place) => place >= 10 - 1e-9 && place <= 190 + 1e-9)).toBe(true);
        sorted.slice(1).forEach((place, i) => {
          expect(place - sorted[i]!).toBeGreaterThanOrEqual(20 - 1e-9);
        });
        const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
        expect(order.map((i) => places[i]!)).toEqual(sorted);
      }),
    );
  });
});

describe('small plots', () => {
  test('all fit into view where they can be read there, the others are scrolled to', () => {
    expect(plotGrid(4, 760, 160, 0)).toEqual({ columns: 2, rowHeight: 80 });
    expect(plotGrid(12, 1000, 160, 0)).toEqual({ columns: 6, rowHeight: 80 });
    expect(plotGrid(95, 760, 160, 0)).toEqual({ columns: 5, rowHeight: 72 });
  });

  test('stand in as many columns as was asked', () => {
    expect(plotGrid(12, 760, 300, 3)).toEqual({ columns: 3, rowHeight: 75 });
  });
});

test('a figure is an SVG of its own: every line with its name, every mark with its words, names escaped', () => {
  const line = (label: string) => ({
    label,
    colour: 'rgb(0, 0, 0)',
    dash: [2, 3],
    width: 2,
    opacity: 1,
    points: { xs: Float64Array.of(0, 10), ys: Float64Array.of(1, 2) },
    broken: { xs: Float64Array.of(5), ys: Float64Array.of(1) },
    value: '2.0',
  });
  const figure: Figure = {
    title: 'Score · calm-otter-1',
    plots: [
      {
        name: '',
        x: { from: 0, to: 10 },
        y: { from: 0, to: 4 },
        isLog: false,
        lines: [line('A <b> & c'), line('B')],
        levels: [{ y: 1, isDotted: true }],
        marks: [
          { x: 3, label: 'A 10% → 20%', kind: 'hand' },
          { x: 5, label: 'B 10% → 20%', kind: 'schedule' },
        ],
      },
    ],
    columns: 4,
    xLabel: 'Step',
    yLabel: 'score',
    formatX: String,
    formatY: String,
    ink: '#000',
    inkSoft: '#444',
    line: '#ccc',
    ground: '#fff',
  };
  const { svg } = svgFigure(figure);
  expect(svg).toContain('A &lt;b&gt; &amp; c 2.0');
  expect(svg).toContain('B 2.0');
  const heads = [...svg.matchAll(/<title>(. 10% → 20%)<\/title>.*?<path d="([^"]+)" fill/g)];
  expect(heads.map(([, label, d]) => [label, d])).toEqual([
    ['A 10% → 20%', markHeads.hand],
    ['B 10% → 20%', markHeads.schedule],
  ]);
  expect(svg).not.toContain('NaN');
  expect(svg).not.toContain('var(');
});
