import { address, int } from '../../wasm/params.as';

/** Tokens of a chunk of the embedding's gradient. */
const tokensPerChunk: i32 = 128;

/** [dy, order, starts, V, D, out, 1 to add]: each token's rows of dy, summed in their order. */
export function embeddingGradJob(params: usize, chunk: i32, scratch: usize): void {
  const D = int(params, 4), starts = address(params, 2);
  const end = min(int(params, 3), (chunk + 1) * tokensPerChunk);
  for (let v = chunk * tokensPerChunk; v < end; v++) {
    const to = address(params, 5) + <usize>(v * D) * 4;
    if (int(params, 6) == 0) memory.fill(to, 0, <usize>D * 4);
    const last = load<i32>(starts + <usize>(v + 1) * 4);
    for (let p = load<i32>(starts + <usize>v * 4); p < last; p++) {
      const row = load<i32>(address(params, 1) + <usize>p * 4);
      addRow(to, address(params, 0) + <usize>(row * D) * 4, D);
    }
  }
}

function addRow(to: usize, from: usize, D: i32): void {
  const whole = D & ~3;
  for (let d = 0; d < whole; d += 4) {
    const i = <usize>d * 4;
    v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(from + i)));
  }
  for (let d = whole; d < D; d++) {
    const i = <usize>d * 4;
    store<f32>(to + i, load<f32>(to + i) + load<f32>(from + i));
  }
}
