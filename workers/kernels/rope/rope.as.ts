import { address, float, int, rowsPerChunk } from '../../wasm/params.as';

/** [qkv, table, N, T, H, Hkv, Dh, first position, sign of the sine, out]. */
export function ropeJob(params: usize, chunk: i32, scratch: usize): void {
  const T = int(params, 3), H = int(params, 4), Hkv = int(params, 5), Dh = int(params, 6);
  const ld = <usize>((H + 2 * Hkv) * Dh) * 4;
  const end = min(int(params, 2), (chunk + 1) * rowsPerChunk);
  const scale: f32 = 1 / sqrt<f32>(<f32>Dh);
  for (let n = chunk * rowsPerChunk; n < end; n++) {
    const table = address(params, 1) + <usize>((int(params, 7) + n % T) * Dh) * 4;
    const from = address(params, 0) + <usize>n * ld, to = address(params, 9) + <usize>n * ld;
    for (let head = 0; head < H + Hkv; head++) {
      const at = <usize>(head * Dh) * 4;
      turnHead(from + at, to + at, table, Dh / 2, float(params, 8), head < H ? scale : 1);
    }
    const values = <usize>((H + Hkv) * Dh) * 4;
    memory.copy(to + values, from + values, <usize>(Hkv * Dh) * 4);
  }
}

function turnHead(from: usize, to: usize, table: usize, half: i32, sign: f32, scale: f32): void {
  const h = <usize>half * 4;
  const whole = half & ~3;
  const signs = f32x4.splat(sign), scales = f32x4.splat(scale);
  for (let d = 0; d < whole; d += 4) {
    const i = <usize>d * 4;
    const x1 = f32x4.mul(v128.load(from + i), scales), x2 = f32x4.mul(v128.load(from + h + i), scales);
    const cos = v128.load(table + i), sin = f32x4.mul(v128.load(table + h + i), signs);
    v128.store(to + i, f32x4.sub(f32x4.mul(x1, cos), f32x4.mul(x2, sin)));
    v128.store(to + h + i, f32x4.add(f32x4.mul(x2, cos), f32x4.mul(x1, sin)));
  }
  for (let d = whole; d < half; d++) {
    const i = <usize>d * 4;
    const x1 = load<f32>(from + i) * scale, x2 = load<f32>(from + h + i) * scale;
    const cos = load<f32>(table + i), sin = load<f32>(table + h + i) * sign;
    store<f32>(to + i, x1 * cos - x2 * sin);
    store<f32>(to + h + i, x2 * cos + x1 * sin);
  }
}
