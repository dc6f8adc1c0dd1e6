import { mainHeader } from '../mainHeader.ts';
import type { Product } from './product.ts';
import { store, upTo } from './scalarOperands.ts';

/** A workgroup's square of outputs. */
export interface Tile {
  readonly side: number;
  /** Rows, and columns, of outputs in a thread's registers: 4 or 8. */
  readonly perThread: number;
  /** Groups of threads that part the inner dimension and are added at the end. */
  readonly slices: number;
  /** Steps of the inner dimension that the tiles in workgroup memory cover: a multiple of 4. */
  readonly depth: number;
}

/** Which buffers are arrays of vec4. */
export interface Vectors {
  readonly a: boolean;
  readonly b: boolean;
  readonly y: boolean;
}

/**
 * WGSL of a tiled product. Both tiles stand in workgroup memory as [k][4 rows or columns]; a thread
 * takes its rows and columns in runs of four, half a tile apart, so that neighbours read side by side.
 */
export function tileShader(
  product: Product,
  tile: Tile,
  vectors: Vectors,
  isHalf: boolean,
): string {
  const { depth } = tile;
  const fours = tile.side / 4; // vec4s in a line of a tile
  const across = tile.side / tile.perThread; // threads along a side
  const threads = across * across;
  const sliceSize = 2 * depth * fours;
  const runs = upTo(tile.perThread / 4);
  const sums = runs.flatMap((r) => upTo(4).flatMap((i) => runs.map((c) => ({ r, i, c }))));
  const name = ({ r, i, c }: { r: number; i: number; c: number }): string => `c${r}${i}_${c}`;
  return `
alias Four = vec4<${isHalf ? 'f16' : 'f32'}>;
const tileBlocks = ${(depth / 4) * fours}u;
var<workgroup> tiles: array<Four, ${sliceSize * tile.slices}>;
${tile.slices > 1 ? `var<workgroup> others: array<vec4f, ${threads * sums.length}>;` : ''}
${readFour('A', product.aInner, vectors.a, false)}
${readFour('B', product.bInner, vectors.b, product.bIsHalf === true)}
${mainHeader(threads * tile.slices)}
  let tilesAcross = (params.n + ${tile.side - 1}u) / ${tile.side}u;
  let top = groupIndex / tilesAcross * ${tile.side}u;
  let left = groupIndex % tilesAcross * ${tile.side}u;
  if (top >= params.m) { return; }
  let slice = lane / ${threads}u;
  let thread = lane % ${threads}u;
  let down = thread / ${across}u;
  let along = thread % ${across}u;
  let base = slice * ${sliceSize}u;
  ${sums.map((sum) => `var ${name(sum)} = vec4f(0.0);`).join('\n')}
  for (var step = 0u; step < params.k; step += ${depth * tile.slices}u) {
    let first = step + slice * ${depth}u;
    ${fillTiles(tile, threads)}
    workgroupBarrier();
    for (var k = 0u; k < ${depth}u; k++) {
      let lineA = base + k * ${fours}u + down;
      let lineB = base + ${depth * fours}u + k * ${fours}u + along;
      ${runs.map((r) => `let a${r} = vec4f(tiles[lineA + ${r * across}u]);`).join('\n')}
      ${runs.map((c) => `let b${c} = vec4f(tiles[lineB + ${c * across}u]);`).join('\n')}
      ${sums.map((sum) => `${name(sum)} += a${sum.r}[${sum.i}] * b${sum.c};`).join('\n')}
    }
    workgroupBarrier();
  }
  ${upTo(tile.slices)
    .slice(1)
    .map((slice) => addSlice(slice, threads, sums.map(name)))
    .join('')}
  if (slice > 0u) { return; }
  ${sums.map((sum) => storeFour(product, vectors, across, sum, name(sum))).join('\n')}
}`;
}

/** WGSL that brings the next 4 × 4 blocks of both factors into workgroup memory. */
function fillTiles({ side, depth }: Tile, threads: number): string {
  const fours = side / 4;
  return `for (var block = thread; block < 2u * tileBlocks; block += ${threads}u) {
    let isB = block >= tileBlocks;
    let part = select(block, block - tileBlocks, isB);
    let k = part / ${fours}u * 4u;
    let at = part % ${fours}u;
    var lines: mat4x4f;
    if (isB) { lines = fourB(left + at * 4u, first + k); } else { lines = fourA(top + at * 4u, first + k); }
    let to = base + select(0u, ${depth * fours}u, isB) + k * ${fours}u + at;
    ${upTo(4)
      .map((c) => `tiles[to + ${c * fours}u] = Four(lines[${c}]);`)
      .join('\n')}
  }`;
}

/** Brings the sums of another slice to the first. */
function addSlice(slice: number, threads: number, names: readonly string[]): string {
  const put = names.map((name, i) => `others[${i * threads}u + thread] = ${name};`);
  const add = names.map((name, i) => `${name} += others[${i * threads}u + thread];`);
  return `
  if (slice == ${slice}u) { ${put.join(' ')} }
  workgroupBarrier();
  if (slice == 0u) { ${add.join(' ')} }
  workgroupBarrier();`;
}

/**
 * WGSL `four<A|B>(place, k)`: the 4 × 4 numbers at places place … place + 3 and k … k + 3, one vec4
 * for each k; zeros outside. Where k runs along the rows in memory they are read so and turned.
 */
function readFour(which: 'A' | 'B', isInner: boolean, isVector: boolean, isHalf: boolean): string {
  const extent = which === 'A' ? 'params.m' : 'params.n';
  const [lines, width] = isInner ? [extent, 'params.k'] : ['params.k', extent];
  const [line, at] = isInner ? ['place', 'k'] : ['k', 'place'];
  const read = upTo(4).map((i) => `read${which}(${line} + ${i}u, ${at}, ${lines}, ${width})`);
  const matrix = `mat4x4f(${read.join(', ')})`;
  return `
fn read${which}(line: u32, at: u32, lines: u32, width: u32) -> vec4f {
  if (line >= lines || at >= width) { return vec4f(0.0); }
  let from_ = line * width + at;
  ${isVector ? wholeRead(which.toLowerCase(), isHalf) : partRead(which.toLowerCase(), isHalf)}
}
fn four${which}(place: u32, k: u32) -> mat4x4f {
  return ${isInner ? `transpose(${matrix})` : matrix};
}`;
}

const wholeRead = (buffer: string, isHalf: boolean): string =>
  isHalf
    ? `let pairs = ${buffer}[from_ / 4u];
  return vec4f(unpack2x16float(pairs.x), unpack2x16float(pairs.y));`
    : `return ${buffer}[from_ / 4u];`;

/** Widths of halves are even, so a pair never crosses the end of a line. */
function partRead(buffer: string, isHalf: boolean): string {
  if (isHalf) {
    return `var second = vec2f(0.0);
  if (at + 2u < width) { second = unpack2x16float(${buffer}[from_ / 2u + 1u]); }
  return vec4f(unpack2x16float(${buffer}[from_ / 2u]), second);`;
  }
  return `var four = vec4f(${buffer}[from_], 0.0, 0.0, 0.0);
  ${['y', 'z', 'w']
    .map(
      (name, i) => `if (at + ${i + 1}u < width) { four.${name} = ${buffer}[from_ + ${i + 1}u]; }`,
    )
    .join('\n')}
  return four;`;
}

function storeFour(
  product: Product,
  vectors: Vectors,
  across: number,
  { r, i, c }: { r: number; i: number; c: number },
  value: string,
): string {
  const row = `top + ${r * across * 4 + i}u + down * 4u`;
  const column = `left + ${c * across * 4}u + along * 4u`;
  const whole = `let at = (row * params.n + column) / 4u;
    ${store(product, 'at', value)}`;
  const parts = upTo(4).map(
    (part) => `if (column + ${part}u < params.n) {
      let at = row * params.n + column + ${part}u;
      ${store(product, 'at', `${value}[${part}]`)}
    }`,
  );
  return `{
    let row = ${row};
    let column = ${column};
    if (row < params.m && column < params.n) {
    ${vectors.y ? whole : parts.join('\n')}
    }
  }`;
}
