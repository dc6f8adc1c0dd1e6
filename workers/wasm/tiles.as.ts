/**
 * The innermost loops of all matrix products: a tile of C that stays in registers. WASM has sixteen
 * 128-bit registers on x86: six (five) rows of two vectors, two of B and one of A fit. Products
 * and sums are separate instructions, so that every machine gives the same bits.
 */

/** Rows of a tile of `rowTile`. */
export const rowTileRows: i32 = 6;
/** Rows of a tile of `colTile`. */
export const colTileRows: i32 = 5;
/** Columns of every tile: two vectors. */
export const tileCols: i32 = 8;

/**
 * 6 rows of a row-major A times one packed panel: C[0…5][0…7] = (base) + A·panel.
 * lda, ldc: bytes from row to row; base: 0, or what is added, laid out as C.
 */
export function rowTile(a: usize, lda: usize, panel: usize, depth: i32, c: usize, ldc: usize, base: usize): void {
  let a0 = a + 0 * lda;
  let a1 = a + 1 * lda;
  let a2 = a + 2 * lda;
  let a3 = a + 3 * lda;
  let a4 = a + 4 * lda;
  let a5 = a + 5 * lda;
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0), c41 = f32x4.splat(0);
  let c50 = f32x4.splat(0), c51 = f32x4.splat(0);
  let b = panel;
  for (let n = depth >> 2; n > 0; n--) {
    let b00 = v128.load(b, 0), b01 = v128.load(b, 16);
    let x00 = v128.load32_splat(a0, 0); c00 = v128.add<f32>(c00, v128.mul<f32>(x00, b00)); c01 = v128.add<f32>(c01, v128.mul<f32>(x00, b01));
    let x01 = v128.load32_splat(a1, 0); c10 = v128.add<f32>(c10, v128.mul<f32>(x01, b00)); c11 = v128.add<f32>(c11, v128.mul<f32>(x01, b01));
    let x02 = v128.load32_splat(a2, 0); c20 = v128.add<f32>(c20, v128.mul<f32>(x02, b00)); c21 = v128.add<f32>(c21, v128.mul<f32>(x02, b01));
    let x03 = v128.load32_splat(a3, 0); c30 = v128.add<f32>(c30, v128.mul<f32>(x03, b00)); c31 = v128.add<f32>(c31, v128.mul<f32>(x03, b01));
    let x04 = v128.load32_splat(a4, 0); c40 = v128.add<f32>(c40, v128.mul<f32>(x04, b00)); c41 = v128.add<f32>(c41, v128.mul<f32>(x04, b01));
    let x05 = v128.load32_splat(a5, 0); c50 = v128.add<f32>(c50, v128.mul<f32>(x05, b00)); c51 = v128.add<f32>(c51, v128.mul<f32>(x05, b01));
    let b10 = v128.load(b, 32), b11 = v128.load(b, 48);
    let x10 = v128.load32_splat(a0, 4); c00 = v128.add<f32>(c00, v128.mul<f32>(x10, b10)); c01 = v128.add<f32>(c01, v128.mul<f32>(x10, b11));
    let x11 = v128.load32_splat(a1, 4); c10 = v128.add<f32>(c10, v128.mul<f32>(x11, b10)); c11 = v128.add<f32>(c11, v128.mul<f32>(x11, b11));
    let x12 = v128.load32_splat(a2, 4); c20 = v128.add<f32>(c20, v128.mul<f32>(x12, b10)); c21 = v128.add<f32>(c21, v128.mul<f32>(x12, b11));
    let x13 = v128.load32_splat(a3, 4); c30 = v128.add<f32>(c30, v128.mul<f32>(x13, b10)); c31 = v128.add<f32>(c31, v128.mul<f32>(x13, b11));
    let x14 = v128.load32_splat(a4, 4); c40 = v128.add<f32>(c40, v128.mul<f32>(x14, b10)); c41 = v128.add<f32>(c41, v128.mul<f32>(x14, b11));
    let x15 = v128.load32_splat(a5, 4); c50 = v128.add<f32>(c50, v128.mul<f32>(x15, b10)); c51 = v128.add<f32>(c51, v128.mul<f32>(x15, b11));
    let b20 = v128.load(b, 64), b21 = v128.load(b, 80);
    let x20 = v128.load32_splat(a0, 8); c00 = v128.add<f32>(c00, v128.mul<f32>(x20, b20)); c01 = v128.add<f32>(c01, v128.mul<f32>(x20, b21));
    let x21 = v128.load32_splat(a1, 8); c10 = v128.add<f32>(c10, v128.mul<f32>(x21, b20)); c11 = v128.add<f32>(c11, v128.mul<f32>(x21, b21));
    let x22 = v128.load32_splat(a2, 8); c20 = v128.add<f32>(c20, v128.mul<f32>(x22, b20)); c21 = v128.add<f32>(c21, v128.mul<f32>(x22, b21));
    let x23 = v128.load32_splat(a3, 8); c30 = v128.add<f32>(c30, v128.mul<f32>(x23, b20)); c31 = v128.add<f32>(c31, v128.mul<f32>(x23, b21));
    let x24 = v128.load32_splat(a4, 8); c40 = v128.add<f32>(c40, v128.mul<f32>(x24, b20)); c41 = v128.add<f32>(c41, v128.mul<f32>(x24, b21));
    let x25 = v128.load32_splat(a5, 8); c50 = v128.add<f32>(c50, v128.mul<f32>(x25, b20)); c51 = v128.add<f32>(c51, v128.mul<f32>(x25, b21));
    let b30 = v128.load(b, 96), b31 = v128.load(b, 112);
    let x30 = v128.load32_splat(a0, 12); c00 = v128.add<f32>(c00, v128.mul<f32>(x30, b30)); c01 = v128.add<f32>(c01, v128.mul<f32>(x30, b31));
    let x31 = v128.load32_splat(a1, 12); c10 = v128.add<f32>(c10, v128.mul<f32>(x31, b30)); c11 = v128.add<f32>(c11, v128.mul<f32>(x31, b31));
    let x32 = v128.load32_splat(a2, 12); c20 = v128.add<f32>(c20, v128.mul<f32>(x32, b30)); c21 = v128.add<f32>(c21, v128.mul<f32>(x32, b31));
    let x33 = v128.load32_splat(a3, 12); c30 = v128.add<f32>(c30, v128.mul<f32>(x33, b30)); c31 = v128.add<f32>(c31, v128.mul<f32>(x33, b31));
    let x34 = v128.load32_splat(a4, 12); c40 = v128.add<f32>(c40, v128.mul<f32>(x34, b30)); c41 = v128.add<f32>(c41, v128.mul<f32>(x34, b31));
    let x35 = v128.load32_splat(a5, 12); c50 = v128.add<f32>(c50, v128.mul<f32>(x35, b30)); c51 = v128.add<f32>(c51, v128.mul<f32>(x35, b31));
    a0 += 16;
    a1 += 16;
    a2 += 16;
    a3 += 16;
    a4 += 16;
    a5 += 16;
    b += 128;
  }
  for (let n = depth & 3; n > 0; n--) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    const x0 = v128.load32_splat(a0); c00 = v128.add<f32>(c00, v128.mul<f32>(x0, b0)); c01 = v128.add<f32>(c01, v128.mul<f32>(x0, b1));
    const x1 = v128.load32_splat(a1); c10 = v128.add<f32>(c10, v128.mul<f32>(x1, b0)); c11 = v128.add<f32>(c11, v128.mul<f32>(x1, b1));
    const x2 = v128.load32_splat(a2); c20 = v128.add<f32>(c20, v128.mul<f32>(x2, b0)); c21 = v128.add<f32>(c21, v128.mul<f32>(x2, b1));
    const x3 = v128.load32_splat(a3); c30 = v128.add<f32>(c30, v128.mul<f32>(x3, b0)); c31 = v128.add<f32>(c31, v128.mul<f32>(x3, b1));
    const x4 = v128.load32_splat(a4); c40 = v128.add<f32>(c40, v128.mul<f32>(x4, b0)); c41 = v128.add<f32>(c41, v128.mul<f32>(x4, b1));
    const x5 = v128.load32_splat(a5); c50 = v128.add<f32>(c50, v128.mul<f32>(x5, b0)); c51 = v128.add<f32>(c51, v128.mul<f32>(x5, b1));
    a0 += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    a4 += 4;
    a5 += 4;
    b += 32;
  }
  if (base != 0) {
    c00 = v128.add<f32>(c00, v128.load(base + 0 * ldc)); c01 = v128.add<f32>(c01, v128.load(base + 0 * ldc, 16));
    c10 = v128.add<f32>(c10, v128.load(base + 1 * ldc)); c11 = v128.add<f32>(c11, v128.load(base + 1 * ldc, 16));
    c20 = v128.add<f32>(c20, v128.load(base + 2 * ldc)); c21 = v128.add<f32>(c21, v128.load(base + 2 * ldc, 16));
    c30 = v128.add<f32>(c30, v128.load(base + 3 * ldc)); c31 = v128.add<f32>(c31, v128.load(base + 3 * ldc, 16));
    c40 = v128.add<f32>(c40, v128.load(base + 4 * ldc)); c41 = v128.add<f32>(c41, v128.load(base + 4 * ldc, 16));
    c50 = v128.add<f32>(c50, v128.load(base + 5 * ldc)); c51 = v128.add<f32>(c51, v128.load(base + 5 * ldc, 16));
  }
  v128.store(c + 0 * ldc, c00); v128.store(c + 0 * ldc, c01, 16);
  v128.store(c + 1 * ldc, c10); v128.store(c + 1 * ldc, c11, 16);
  v128.store(c + 2 * ldc, c20); v128.store(c + 2 * ldc, c21, 16);
  v128.store(c + 3 * ldc, c30); v128.store(c + 3 * ldc, c31, 16);
  v128.store(c + 4 * ldc, c40); v128.store(c + 4 * ldc, c41, 16);
  v128.store(c + 5 * ldc, c50); v128.store(c + 5 * ldc, c51, 16);
}

/**
 * The same for a transposed A: its 5 values of one depth lie side by side, `step` bytes further
 * on those of the next.
 */
export function colTile(a: usize, step: usize, panel: usize, depth: i32, c: usize, ldc: usize, base: usize): void {
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0), c41 = f32x4.splat(0);
  let b = panel;
  for (let n = depth; n > 0; n--) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    const x0 = v128.load32_splat(a, 0); c00 = v128.add<f32>(c00, v128.mul<f32>(x0, b0)); c01 = v128.add<f32>(c01, v128.mul<f32>(x0, b1));
    const x1 = v128.load32_splat(a, 4); c10 = v128.add<f32>(c10, v128.mul<f32>(x1, b0)); c11 = v128.add<f32>(c11, v128.mul<f32>(x1, b1));
    const x2 = v128.load32_splat(a, 8); c20 = v128.add<f32>(c20, v128.mul<f32>(x2, b0)); c21 = v128.add<f32>(c21, v128.mul<f32>(x2, b1));
    const x3 = v128.load32_splat(a, 12); c30 = v128.add<f32>(c30, v128.mul<f32>(x3, b0)); c31 = v128.add<f32>(c31, v128.mul<f32>(x3, b1));
    const x4 = v128.load32_splat(a, 16); c40 = v128.add<f32>(c40, v128.mul<f32>(x4, b0)); c41 = v128.add<f32>(c41, v128.mul<f32>(x4, b1));
    a += step;
    b += 32;
  }
  if (base != 0) {
    c00 = v128.add<f32>(c00, v128.load(base + 0 * ldc)); c01 = v128.add<f32>(c01, v128.load(base + 0 * ldc, 16));
    c10 = v128.add<f32>(c10, v128.load(base + 1 * ldc)); c11 = v128.add<f32>(c11, v128.load(base + 1 * ldc, 16));
    c20 = v128.add<f32>(c20, v128.load(base + 2 * ldc)); c21 = v128.add<f32>(c21, v128.load(base + 2 * ldc, 16));
    c30 = v128.add<f32>(c30, v128.load(base + 3 * ldc)); c31 = v128.add<f32>(c31, v128.load(base + 3 * ldc, 16));
    c40 = v128.add<f32>(c40, v128.load(base + 4 * ldc)); c41 = v128.add<f32>(c41, v128.load(base + 4 * ldc, 16));
  }
  v128.store(c + 0 * ldc, c00); v128.store(c + 0 * ldc, c01, 16);
  v128.store(c + 1 * ldc, c10); v128.store(c + 1 * ldc, c11, 16);
  v128.store(c + 2 * ldc, c20); v128.store(c + 2 * ldc, c21, 16);
  v128.store(c + 3 * ldc, c30); v128.store(c + 3 * ldc, c31, 16);
  v128.store(c + 4 * ldc, c40); v128.store(c + 4 * ldc, c41, 16);
}

