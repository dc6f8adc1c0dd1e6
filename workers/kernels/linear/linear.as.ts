import { address, int } from '../../wasm/params.as';
import { multiplyRows, multiplyTransposed, packRows, packTransposed } from '../../wasm/product.as';

/** Panels packed at a time. */
const panelsPerChunk: i32 = 8;

/** [b, bytes from row to row, depth, cols, panels]; chunk: eight panels. */
export function packRowsJob(params: usize, chunk: i32, scratch: usize): void {
  const cols = int(params, 3);
  const first = chunk * panelsPerChunk, end = min(first + panelsPerChunk, (cols + 7) / 8);
  packRows(address(params, 0), address(params, 1), int(params, 2), cols, address(params, 4), first, end);
}

/** The same for a B given as its transpose. */
export function packTransposedJob(params: usize, chunk: i32, scratch: usize): void {
  const cols = int(params, 3);
  const first = chunk * panelsPerChunk, end = min(first + panelsPerChunk, (cols + 7) / 8);
  packTransposed(address(params, 0), address(params, 1), int(params, 2), cols, address(params, 4), first, end);
}

/** [a, rows, panels, depth, cols, c, added or 0, rows of a chunk]: C = (added) + A·B. */
export function multiplyRowsJob(params: usize, chunk: i32, scratch: usize): void {
  const depth = int(params, 3), cols = int(params, 4), perChunk = int(params, 7);
  const row = chunk * perChunk;
  const rows = min(perChunk, int(params, 1) - row);
  const lda = <usize>depth * 4, ldc = <usize>cols * 4;
  const added = address(params, 6);
  const at = <usize>row * ldc;
  multiplyRows(
    address(params, 0) + <usize>row * lda, lda, rows, address(params, 2), depth, depth,
    0, (cols + 7) / 8, cols, address(params, 5) + at, ldc, added == 0 ? 0 : added + at, scratch,
  );
}

/** Rows of a weight's gradient that a chunk computes: eight tiles. */
const gradRows: i32 = 40;
/** Tokens summed at a time: a slice of dy and a panel of x fit into the first cache. */
const gradDepth: i32 = 128;

/** [dy, nOut, panels of x, tokens, nIn, dW, 1 to add to dW]: dW = dyᵀ·x, forty rows a chunk. */
export function gradWeightJob(params: usize, chunk: i32, scratch: usize): void {
  const nOut = int(params, 1), tokens = int(params, 3), nIn = int(params, 4);
  const first = chunk * gradRows;
  const rows = min(gradRows, nOut - first);
  const dy = address(params, 0) + <usize>first * 4;
  const panels = address(params, 2);
  const dw = address(params, 5) + <usize>(first * nIn) * 4;
  const slice = scratch + 256;
  let base: usize = int(params, 6) != 0 ? dw : 0;
  for (let from = 0; from < tokens; from += gradDepth) {
    const depth = min(gradDepth, tokens - from);
    copySlice(dy + <usize>(from * nOut) * 4, <usize>nOut * 4, depth, rows, slice);
    multiplyTransposed(
      slice, gradRows * 4, rows, panels + <usize>from * 32, tokens, depth, nIn, dw, <usize>nIn * 4, base, scratch,
    );
    base = dw;
  }
}

/** Forty columns of `depth` rows, side by side. */
function copySlice(from: usize, ld: usize, depth: i32, width: i32, to: usize): void {
  for (let k = 0; k < depth; k++) {
    if (width == gradRows) {
      for (let c: usize = 0; c < 160; c += 32) {
        v128.store(to + c, v128.load(from + c));
        v128.store(to + c + 16, v128.load(from + c + 16));
      }
    } else {
      for (let c = 0; c < width; c++) store<f32>(to + <usize>c * 4, load<f32>(from + <usize>c * 4));
    }
    from += ld;
    to += gradRows * 4;
  }
}
