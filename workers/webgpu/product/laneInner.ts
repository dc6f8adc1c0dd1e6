import { mainHeader } from '../mainHeader.ts';
import type { Recorder } from '../recorder.ts';
import { productKey } from './product.ts';
import type { Product } from './product.ts';
import { halfAt, readB, scalarOperands, store, tileSide, upTo } from './scalarOperands.ts';

const most = 8;

/**
 * The register variant for b stored [N, K]: the lanes of a workgroup share one tile of up to 8 × 8
 * outputs and part the inner dimension, so that their loads of both factors lie side by side; at the
 * end, behind the only barrier, the parts are added in the order of the lanes.
 */
export function runLaneInner(recorder: Recorder, product: Product): void {
  const lanes = recorder.variants.registerLanes;
  const height = tileSide(product.m, most);
  const width = tileSide(product.n, most);
  recorder.run({
    key: `laneInner/${productKey(product)}/${height}/${width}`,
    ...scalarOperands(product),
    groups: Math.ceil(product.m / height) * Math.ceil(product.n / width),
    code: () => shader(product, lanes, height, width),
  });
}

function shader(product: Product, lanes: number, height: number, width: number): string {
  const rows = upTo(height);
  const columns = upTo(width);
  const each = (line: (i: number, j: number) => string): string =>
    rows.flatMap((i) => columns.map((j) => line(i, j))).join('\n');
  const aAt = (i: number): string => (product.aInner ? `row${i} + k` : `k * params.m + row${i}`);
  const rowStep = product.aInner ? ' * params.k' : '';
  return `
${product.bIsHalf ? halfAt : ''}
var<workgroup> parts: array<f32, ${height * width * lanes}>;
${mainHeader(lanes)}
  let across = (params.n + ${width - 1}u) / ${width}u;
  let top = groupIndex / across * ${height}u;
  let left = groupIndex % across * ${width}u;
  if (top >= params.m) { return; }
  ${rows.map((i) => `let row${i} = min(top + ${i}u, params.m - 1u)${rowStep};`).join('\n')}
  ${columns.map((j) => `let column${j} = min(left + ${j}u, params.n - 1u) * params.k;`).join('\n')}
  ${each((i, j) => `var c${i}_${j} = 0.0;`)}
  for (var k = lane; k < params.k; k += ${lanes}u) {
    ${rows.map((i) => `let a${i} = a[${aAt(i)}];`).join('\n')}
    ${columns.map((j) => `let b${j} = ${readB(product, `column${j} + k`)};`).join('\n')}
    ${each((i, j) => `c${i}_${j} += a${i} * b${j};`)}
  }
  ${each((i, j) => `parts[${(i * width + j) * lanes}u + lane] = c${i}_${j};`)}
  workgroupBarrier();
  for (var place = lane; place < ${height * width}u; place += ${lanes}u) {
    let row = top + place / ${width}u;
    let column = left + place % ${width}u;
    if (row < params.m && column < params.n) {
      let first = place * ${lanes}u;
      let total = ${upTo(lanes)
        .map((l) => `parts[first + ${l}u]`)
        .join(' + ')};
      let at = row * params.n + column;
      ${store(product, 'at', 'total')}
    }
  }
}`;
}
