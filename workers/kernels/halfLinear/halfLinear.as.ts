import { address, int } from '../../wasm/params.as';

/** Value of the half with these bits: its exponent is moved to where float32 has it. Finite ones only. */
// @ts-ignore: decorator
@inline function halfValue(bits: u32): f32 {
  const magnitude = reinterpret<f32>((bits & 0x7fff) << 13) * reinterpret<f32>(0x77800000); // · 2¹¹²
  return bits & 0x8000 ? -magnitude : magnitude;
}

/** [packed halves, count of pairs, out]: 4,096 pairs a chunk. */
export function unpackHalfJob(params: usize, chunk: i32, scratch: usize): void {
  const from = address(params, 0), to = address(params, 2);
  const end = min(int(params, 1), (chunk + 1) * 4096);
  for (let i = chunk * 4096; i < end; i++) {
    const pair = load<u32>(from + <usize>i * 4);
    store<f32>(to + <usize>i * 8, halfValue(pair));
    store<f32>(to + <usize>i * 8 + 4, halfValue(pair >> 16));
  }
}
