import { address, int } from '../../../../workers/wasm/params.as';

export function cubeJob(params: usize, chunk: i32, scratch: usize): void {
  const x = address(params, 0);
  const size = int(params, 1);
  const out = address(params, 2);
  for (let i = 0; i < size; i++) {
    const value = load<f32>(x + 4 * i);
    store<f32>(out + 4 * i, value * value * value);
  }
}
