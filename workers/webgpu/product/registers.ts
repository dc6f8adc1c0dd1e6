import { mainHeader } from '../mainHeader.ts';
import type { Recorder } from '../recorder.ts';
import { productKey } from './product.ts';
import type { Product } from './product.ts';
import { halfAt, readB, scalarOperands, store, tileSide, upTo } from './scalarOperands.ts';

const most = 8;

/**
 * The register variant: up to 8 × 8 sums in the registers of each thread and nothing shared, so that
 * there is no barrier. The few lanes of a workgroup hold neighbouring columns of the same rows.
 */
export function runRegisters(recorder: Recorder, product: Product): void {
  const { m, n } = product;
  const lanes = recorder.variants.registerLanes;
  const height = tileSide(m, most);
  const width = tileSide(Math.ceil(n / lanes), most);
  recorder.run({
    key: `registers/${productKey(product)}/${height}/${width}`,
    ...scalarOperands(product),
    groups: Math.ceil(m / height) * Math.ceil(n / (width * lanes)),
    code: () => shader(product, lanes, height, width),
  });
}

function shader(product: Product, lanes: number, height: number, width: number): string {
  const rows = upTo(height);
  const columns = upTo(width);
  const each = (line: (i: number, j: number) => string): string =>
    rows.flatMap((i) => columns.map((j) => line(i, j))).join('\n');
  const aAt = (i: number): string =>
    product.aInner ? `row${i} * params.k + k` : `k * params.m + row${i}`;
  return `
${product.bIsHalf ? halfAt : ''}
${mainHeader(lanes)}
  let across = (params.n + ${width * lanes - 1}u) / ${width * lanes}u;
  let top = groupIndex / across * ${height}u;
  let left = groupIndex % across * ${width * lanes}u + lane;
  if (top >= params.m) { return; }
  ${rows.map((i) => `let row${i} = min(top + ${i}u, params.m - 1u);`).join('\n')}
  ${columns.map((j) => `let column${j} = min(left + ${j * lanes}u, params.n - 1u);\nlet line${j} = ${product.bInner ? `column${j} * params.k` : `column${j}`};`).join('\n')}
  ${each((i, j) => `var c${i}_${j} = 0.0;`)}
  for (var k = 0u; k < params.k; k++) {
    let below = ${product.bInner ? 'k' : 'k * params.n'};
    ${rows.map((i) => `let a${i} = a[${aAt(i)}];`).join('\n')}
    ${columns.map((j) => `let b${j} = ${readB(product, `below + line${j}`)};`).join('\n')}
    ${each((i, j) => `c${i}_${j} += a${i} * b${j};`)}
  }
  ${each(
    (i, j) => `if (top + ${i}u < params.m && left + ${j * lanes}u < params.n) {
    let at = row${i} * params.n + column${j};
    ${store(product, 'at', `c${i}_${j}`)}
  }`,
  )}
}`;
}
