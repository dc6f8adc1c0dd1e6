import { expect, test } from 'vitest';
import { CurvesView } from '../../src/page/state/curvesView.svelte.ts';
import { Zoom } from '../../src/page/state/zoom.svelte.ts';

const whole = { from: 0, to: 100 };

test('a zoom steps back the way it came, and a double click shows everything', () => {
  const zoom = new Zoom();
  zoom.to({ from: 80, to: 20 }, whole);
  zoom.to({ from: 30, to: 400 }, whole);
  expect(zoom.window).toEqual({ from: 30, to: 100 });
  zoom.back();
  expect(zoom.window).toEqual({ from: 20, to: 80 });
  zoom.reset();
  expect(zoom.window).toBeNull();
});

test('an empty stretch is no zoom', () => {
  const zoom = new Zoom();
  zoom.to({ from: 20, to: 20 }, whole);
  expect(zoom.window).toBeNull();
});

test('closer and wider keep the place under the pointer; as wide as everything is no zoom', () => {
  const zoom = new Zoom();
  zoom.by(2, 50, whole);
  expect(zoom.window).toEqual({ from: 25, to: 75 });
  zoom.by(0.25, 50, whole);
  expect(zoom.window).toBeNull();
});

test('moving along stops at the ends and keeps the width', () => {
  const zoom = new Zoom();
  zoom.to({ from: 20, to: 40 }, whole);
  zoom.pan(-50, whole);
  expect(zoom.window).toEqual({ from: 0, to: 20 });
  zoom.pan(500, whole);
  expect(zoom.window).toEqual({ from: 80, to: 100 });
});

test('another axis is another place: the zoom goes; another kind keeps it', () => {
  const view = new CurvesView();
  view.zoom.to({ from: 20, to: 40 }, whole);
  view.choose('kind', 'trainLoss');
  expect(view.zoom.window).not.toBeNull();
  view.choose('xAxis', 'tokens');
  expect(view.zoom.window).toBeNull();
});

test('the log scale is each kind’s own, and none of what has natural ends', () => {
  const view = new CurvesView();
  view.choose('kind', 'trainLoss');
  view.isLog = true;
  view.choose('kind', 'validationLoss');
  expect(view.isLog).toBe(false);
  view.choose('kind', 'score');
  view.isLog = true;
  expect(view.isLog).toBe(false);
  view.choose('kind', 'trainLoss');
  expect(view.isLog).toBe(true);
});
