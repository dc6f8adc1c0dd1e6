import { address, int, rowsPerChunk } from '../../wasm/params.as';

/** [x, rows, M, D, rows of x, out]: row rows[m] of x, or zeros when it is not one of them. */
export function pickRowsJob(params: usize, chunk: i32, scratch: usize): void {
  const width = <usize>int(params, 3) * 4;
  const end = min(int(params, 2), (chunk + 1) * rowsPerChunk);
  for (let m = chunk * rowsPerChunk; m < end; m++) {
    const row = load<i32>(address(params, 1) + <usize>m * 4);
    const to = address(params, 5) + <usize>m * width;
    if (<u32>row < <u32>int(params, 4)) memory.copy(to, address(params, 0) + <usize>row * width, width);
    else memory.fill(to, 0, width);
  }
}
