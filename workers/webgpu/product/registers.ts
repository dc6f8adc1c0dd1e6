import { mainHeader } from '../mainHeader.ts';
import type { Recorder } from '../recorder.ts';
import { productKey } from './product.ts';
import type { Product } from './product.ts';
import { halfAt, readB, scalarOperands, store, tileSide, upTo } from './scalarOperands.ts';

const mostColumns = 8;

/** The outputs of a workgroup: `height` rows by `width` columns a lane. */
interface Patch {
  readonly lanes: number;
  readonly height: number;
  readonly width: number;
  /** Lanes load different numbers of a and pass them round: the workgroup is one subgroup. */
  readonly broadcasts: boolean;
  /** b is read four numbers at a time, along k. */
  readonly quads: boolean;
}

/** Along k the loop is written out once a lane; with many lanes that takes seconds to compile. */
const isShortText = ({ aInner }: Product, lanes: number): boolean => !aInner || lanes <= 4;

const canReadQuads = ({ aInner, bInner, bIsHalf, k }: Product): boolean =>
  aInner && bInner && !bIsHalf && k % 4 === 0;

/**
 * The register variant: up to 16 × 8 sums in the registers of each thread and no workgroup memory, so
 * that there is no barrier. The few lanes of a workgroup hold neighbouring columns of the same rows.
 */
export function runRegisters(recorder: Recorder, product: Product): void {
  const { m, n } = product;
  const { registerLanes: lanes } = recorder.variants;
  const broadcasts = recorder.variants.broadcasts && isShortText(product, lanes);
  const height = tileSide(m, broadcasts ? 16 : 8);
  const width = tileSide(Math.ceil(n / lanes), mostColumns);
  const operands = scalarOperands(product);
  const quads = broadcasts && lanes === 4 && canReadQuads(product);
  recorder.run({
    key: `registers/${productKey(product)}/${height}/${width}/${quads}`,
    ...operands,
    reads: {
      ...operands.reads,
      b: quads ? { tensor: product.b, type: 'vec4f' } : operands.reads.b!,
    },
    enables: broadcasts ? ['subgroups'] : [],
    groups: Math.ceil(m / height) * Math.ceil(n / (width * lanes)),
    code: () => shader(product, { lanes, height, width, broadcasts, quads }),
  });
}

function shader(product: Product, patch: Patch): string {
  const { lanes, height, width } = patch;
  const columns = upTo(width);
  return `
${product.bIsHalf ? halfAt : ''}
${mainHeader(lanes)}
  let across = (params.n + ${width * lanes - 1}u) / ${width * lanes}u;
  let top = groupIndex / across * ${height}u;
  let left = groupIndex % across * ${width * lanes}u + lane;
  if (top >= params.m) { return; }
  ${upTo(height)
    .map((i) => `let row${i} = min(top + ${i}u, params.m - 1u);`)
    .join('\n')}
  ${columns.map((j) => `let column${j} = min(left + ${j * lanes}u, params.n - 1u);`).join('\n')}
  ${columns.map((j) => `let line${j} = column${j}${product.bInner ? ' * params.k' : ''};`).join('\n')}
  ${eachSum(patch, (i, j) => `var c${i}_${j} = 0.0;`)}
  ${patch.broadcasts ? sharedLoop(product, patch) : plainLoop(product, patch, '0u')}
  ${eachSum(
    patch,
    (i, j) => `if (top + ${i}u < params.m && left + ${j * lanes}u < params.n) {
    let at = row${i} * params.n + column${j};
    ${store(product, 'at', `c${i}_${j}`)}
  }`,
  )}
}`;
}

const eachSum = ({ height, width }: Patch, line: (i: number, j: number) => string): string =>
  upTo(height)
    .flatMap((i) => upTo(width).map((j) => line(i, j)))
    .join('\n');

/**
 * One step of the inner dimension, at `k`; `aOf` is the number of a that row i takes, `bOf` that of b
 * that column j takes.
 */
const step = (
  product: Product,
  patch: Patch,
  aOf: (i: number) => string,
  bOf = (j: number): string => readB(product, `below + line${j}`),
): string => `
    let below = ${product.bInner ? 'k' : 'k * params.n'};
    ${upTo(patch.height)
      .map((i) => `let a${i} = ${aOf(i)};`)
      .join('\n')}
    ${upTo(patch.width)
      .map((j) => `let b${j} = ${bOf(j)};`)
      .join('\n')}
    ${eachSum(patch, (i, j) => `c${i}_${j} += a${i} * b${j};`)}`;

/** Every lane loads every number of a itself. */
function plainLoop(product: Product, patch: Patch, from: string): string {
  const aOf = (i: number): string =>
    product.aInner ? `a[row${i} * params.k + k]` : `a[k * params.m + row${i}]`;
  return `
  for (var k = ${from}; k < params.k; k++) { ${step(product, patch, aOf)} }`;
}

/** The lanes load numbers of a that lie side by side: along k, or along the rows. */
function sharedLoop(product: Product, patch: Patch): string {
  const { lanes, height } = patch;
  if (!product.aInner) {
    const loads = upTo(Math.ceil(height / lanes)).map(
      (p) => `let part${p} = a[k * params.m + min(top + ${p * lanes}u + lane, params.m - 1u)];`,
    );
    const aOf = (i: number): string =>
      `subgroupBroadcast(part${Math.floor(i / lanes)}, ${i % lanes}u)`;
    return `
  for (var k = 0u; k < params.k; k++) { ${loads.join('\n')} ${step(product, patch, aOf)} }`;
  }
  const loads = upTo(height).map((i) => `let part${i} = a[row${i} * params.k + start + lane];`);
  const quads = upTo(patch.width).map((j) => `let quad${j} = b[(line${j} + start) / 4u];`);
  const steps = upTo(lanes).map((l) => {
    const aOf = (i: number): string => `subgroupBroadcast(part${i}, ${l}u)`;
    const bOf = patch.quads ? (j: number): string => `quad${j}[${l}]` : undefined;
    return `{ let k = start + ${l}u; ${step(product, patch, aOf, bOf)} }`;
  });
  return `
  let whole = params.k / ${lanes}u * ${lanes}u;
  for (var start = 0u; start < whole; start += ${lanes}u) {
    ${loads.join('\n')}
    ${patch.quads ? quads.join('\n') : ''}
    ${steps.join('\n')}
  }
  ${patch.quads ? '' : plainLoop(product, patch, 'whole')}`;
}
