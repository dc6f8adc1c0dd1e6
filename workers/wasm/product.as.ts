import { colTile, colTileRows, rowTile, rowTileRows, tileCols } from './tiles.as';

/** Deeper products are cut, so that panels stay in the first cache. */
const depthBlock: i32 = 256;

/** Bytes of the packed panels of a [depth, cols] matrix. */
// @ts-ignore: decorator
@inline export function panelBytes(depth: i32, cols: i32): usize {
  return <usize>((cols + 7) / 8 * 8 * depth) * 4;
}

/**
 * Columns 8·first … of a row-major B [depth, cols], a panel at a time: panel[k][0…7], zeros past the
 * last column. ld: bytes from row to row.
 */
export function packRows(b: usize, ld: usize, depth: i32, cols: i32, panels: usize, first: i32, end: i32): void {
  for (let j = first; j < end; j++) {
    let to = panels + <usize>(j * depth) * 32;
    let from = b + <usize>j * 32;
    const width = cols - 8 * j;
    if (width >= 8) {
      for (let k = 0; k < depth; k++) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
        to += 32;
        from += ld;
      }
    } else {
      for (let k = 0; k < depth; k++) {
        for (let c = 0; c < 8; c++) store<f32>(to + <usize>c * 4, c < width ? load<f32>(from + <usize>c * 4) : 0);
        to += 32;
        from += ld;
      }
    }
  }
}

/** The same for a B given as its transpose [cols, depth]: panel[k][0…7] are eight rows' k-th values. */
export function packTransposed(bt: usize, ld: usize, depth: i32, cols: i32, panels: usize, first: i32, end: i32): void {
  for (let j = first; j < end; j++) {
    const to = panels + <usize>(j * depth) * 32;
    const from = bt + <usize>(8 * j) * ld;
    const width = min(8, cols - 8 * j);
    if (width < 8) {
      for (let k = 0; k < depth; k++) {
        for (let c = 0; c < 8; c++) {
          const value = c < width ? load<f32>(from + <usize>c * ld + <usize>k * 4) : 0;
          store<f32>(to + <usize>(8 * k + c) * 4, value);
        }
      }
      continue;
    }
    const whole = depth & ~3;
    for (let k = 0; k < whole; k += 4) {
      transpose4(from + <usize>k * 4, ld, to + <usize>k * 32);
      transpose4(from + 4 * ld + <usize>k * 4, ld, to + <usize>k * 32 + 16);
    }
    for (let k = whole; k < depth; k++) {
      for (let c = 0; c < 8; c++) {
        store<f32>(to + <usize>(8 * k + c) * 4, load<f32>(from + <usize>c * ld + <usize>k * 4));
      }
    }
  }
}

/** Four rows of four values as columns, 32 bytes apart. */
// @ts-ignore: decorator
@inline function transpose4(from: usize, ld: usize, to: usize): void {
  const r0 = v128.load(from), r1 = v128.load(from + ld), r2 = v128.load(from + 2 * ld), r3 = v128.load(from + 3 * ld);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2));
  v128.store(to, v128.shuffle<f64>(low01, low23, 1, 3), 32);
  v128.store(to, v128.shuffle<f64>(high01, high23, 0, 2), 64);
  v128.store(to, v128.shuffle<f64>(high01, high23, 1, 3), 96);
}

/**
 * C [rows, 8·panels…] = (base) + A·B for packed panels first … end of B; A row-major.
 * `depth` values of A and of each panel are used; `panelDepth` is the depth that was packed.
 * edge: 256 bytes of the thread's own, for tiles that stick out.
 */
export function multiplyRows(
  a: usize, lda: usize, rows: i32, panels: usize, panelDepth: i32, depth: i32,
  first: i32, end: i32, cols: i32, c: usize, ldc: usize, base: usize, edge: usize,
): void {
  for (let from = 0; from < depth; from += depthBlock) {
    const part = min(depthBlock, depth - from);
    const added = from == 0 ? base : c;
    for (let j = first; j < end; j++) {
      const panel = panels + <usize>(j * panelDepth + from) * 32;
      const width = min(tileCols, cols - 8 * j);
      for (let i = 0; i < rows; i += rowTileRows) {
        const height = min(rowTileRows, rows - i);
        const at = <usize>i * ldc + <usize>j * 32;
        const tileA = a + <usize>i * lda + <usize>from * 4;
        if (height == rowTileRows && width == tileCols) {
          rowTile(tileA, lda, panel, part, c + at, ldc, added == 0 ? 0 : added + at);
        } else {
          edgeRows(tileA, lda, height, panel, part, edge);
          copyEdge(edge, height, width, c + at, ldc, added == 0 ? 0 : added + at);
        }
      }
    }
  }
}

/** A tile with fewer rows: the last one stands in for those that are missing. */
function edgeRows(a: usize, lda: usize, height: i32, panel: usize, depth: i32, edge: usize): void {
  if (height == rowTileRows) {
    rowTile(a, lda, panel, depth, edge, 32, 0);
    return;
  }
  for (let r = 0; r < height; r++) oneRow(a + <usize>r * lda, panel, depth, edge + <usize>r * 32);
}

function oneRow(a: usize, panel: usize, depth: i32, to: usize): void {
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0);
  for (let k = 0; k < depth; k++) {
    const x = v128.load32_splat(a);
    c0 = v128.add<f32>(c0, v128.mul<f32>(x, v128.load(panel)));
    c1 = v128.add<f32>(c1, v128.mul<f32>(x, v128.load(panel, 16)));
    a += 4;
    panel += 32;
  }
  v128.store(to, c0);
  v128.store(to, c1, 16);
}

/** What lies inside C of a tile in `edge` (rows of 32 bytes). */
export function copyEdge(edge: usize, height: i32, width: i32, c: usize, ldc: usize, base: usize): void {
  for (let r = 0; r < height; r++) {
    for (let col = 0; col < width; col++) {
      const at = <usize>r * ldc + <usize>col * 4;
      const added: f32 = base == 0 ? 0 : load<f32>(base + at);
      store<f32>(c + at, added + load<f32>(edge + <usize>(8 * r + col) * 4));
    }
  }
}

/**
 * C [rows, cols] = (base) + Aᵀ·B for an A [depth, rows] whose rows lie `step` bytes apart, and
 * packed panels of B. Tiles at the lower edge read up to four values past the row: they must be
 * readable memory.
 */
export function multiplyTransposed(
  a: usize, step: usize, rows: i32, panels: usize, panelDepth: i32, depth: i32,
  cols: i32, c: usize, ldc: usize, base: usize, edge: usize,
): void {
  const nPanels = (cols + 7) / 8;
  for (let j = 0; j < nPanels; j++) {
    const panel = panels + <usize>(j * panelDepth) * 32;
    const width = min(tileCols, cols - 8 * j);
    for (let i = 0; i < rows; i += colTileRows) {
      const height = min(colTileRows, rows - i);
      const at = <usize>i * ldc + <usize>j * 32;
      if (height == colTileRows && width == tileCols) {
        colTile(a + <usize>i * 4, step, panel, depth, c + at, ldc, base == 0 ? 0 : base + at);
      } else {
        colTile(a + <usize>i * 4, step, panel, depth, edge, 32, 0);
        copyEdge(edge, height, width, c + at, ldc, base == 0 ? 0 : base + at);
      }
    }
  }
}
