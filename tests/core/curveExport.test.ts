import { expect, test } from 'vitest';
import {
  csvHead,
  csvRows,
  jsonFoot,
  jsonHead,
  jsonLine,
} from '../../src/core/analysis/curves/curveExport.ts';
import { Extremes } from '../../src/core/analysis/curves/extremes.ts';

const numbers = Float64Array.of(1, 2, 3);
const curve = {
  xs: numbers,
  steps: numbers,
  ys: Float64Array.of(4, Infinity, 2),
  extremes: new Extremes(),
};
const line = {
  id: 'a',
  name: 'Find "it", quickly',
  taskIds: ['a'],
  curve,
  smoothed: { ...curve, ys: Float64Array.of(4, 4, 3) },
  tokens: Float64Array.of(10, 20, 30),
  seconds: Float64Array.of(0.5, 1, 1.5),
};
const about = {
  run: { id: 'r', name: 'calm-otter-1' },
  kind: 'trainLoss',
  unit: 'nats',
  smoothing: 0.6,
};

test('a table has every point, a row each, and names with commas and quotes stay one cell', () => {
  expect(csvHead).toBe('run,curve,line,step,tokens,seconds,value,smoothed\n');
  const name = '"Find ""it"", quickly"';
  expect(csvRows(about, line).split('\n')).toEqual([
    `calm-otter-1,trainLoss,${name},1,10,0.5,4,4`,
    `calm-otter-1,trainLoss,${name},2,20,1,Infinity,4`,
    `calm-otter-1,trainLoss,${name},3,30,1.5,2,3`,
    '',
  ]);
});

test('JSON has the same, with what is no number by its name', () => {
  expect(JSON.parse(`${jsonHead(about)}${jsonLine(line)}${jsonFoot}`)).toEqual({
    format: 'mixdesk-curves',
    version: 1,
    ...about,
    lines: [
      {
        id: 'a',
        name: line.name,
        taskIds: ['a'],
        steps: [1, 2, 3],
        tokens: [10, 20, 30],
        seconds: [0.5, 1, 1.5],
        values: [4, 'Infinity', 2],
        smoothed: [4, 4, 3],
      },
    ],
  });
});
