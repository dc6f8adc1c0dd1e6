import { exp1, exp4 } from '../../wasm/exp.as';
import { address, int, rowsPerChunk } from '../../wasm/params.as';

/** [gateUp, N, F, out]: silu(gate)·up. */
export function swiGluJob(params: usize, chunk: i32, scratch: usize): void {
  const F = int(params, 2);
  const end = min(int(params, 1), (chunk + 1) * rowsPerChunk);
  const one = f32x4.splat(1);
  for (let n = chunk * rowsPerChunk; n < end; n++) {
    const gate = address(params, 0) + <usize>(2 * n * F) * 4, up = gate + <usize>F * 4;
    const out = address(params, 3) + <usize>(n * F) * 4;
    const whole = F & ~3;
    for (let f = 0; f < whole; f += 4) {
      const i = <usize>f * 4;
      const g = v128.load(gate + i);
      const silu = f32x4.div(g, f32x4.add(one, exp4(f32x4.neg(g))));
      v128.store(out + i, f32x4.mul(silu, v128.load(up + i)));
    }
    for (let f = whole; f < F; f++) {
      const i = <usize>f * 4;
      const g = load<f32>(gate + i);
      store<f32>(out + i, (g / (<f32>1 + exp1(-g))) * load<f32>(up + i));
    }
  }
}

/** [gateUp, dy, N, F, dGateUp]: with s = sigmoid(gate), dgate = dy·up·s·(1 + gate·(1 − s)), dup = dy·gate·s. */
export function swiGluGradJob(params: usize, chunk: i32, scratch: usize): void {
  const F = int(params, 3);
  const end = min(int(params, 2), (chunk + 1) * rowsPerChunk);
  const one = f32x4.splat(1);
  for (let n = chunk * rowsPerChunk; n < end; n++) {
    const at = <usize>(2 * n * F) * 4, width = <usize>F * 4;
    const gate = address(params, 0) + at, up = gate + width;
    const dy = address(params, 1) + <usize>(n * F) * 4;
    const dGate = address(params, 4) + at, dUp = dGate + width;
    const whole = F & ~3;
    for (let f = 0; f < whole; f += 4) {
      const i = <usize>f * 4;
      const g = v128.load(gate + i), d = v128.load(dy + i);
      const s = f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(g))));
      const slope = f32x4.mul(s, f32x4.add(one, f32x4.mul(g, f32x4.sub(one, s))));
      v128.store(dGate + i, f32x4.mul(f32x4.mul(d, v128.load(up + i)), slope));
      v128.store(dUp + i, f32x4.mul(d, f32x4.mul(g, s)));
    }
    for (let f = whole; f < F; f++) {
      const i = <usize>f * 4;
      const g = load<f32>(gate + i), d = load<f32>(dy + i);
      const s: f32 = <f32>1 / (<f32>1 + exp1(-g));
      store<f32>(dGate + i, d * load<f32>(up + i) * s * (1 + g * (1 - s)));
      store<f32>(dUp + i, d * g * s);
    }
  }
}
