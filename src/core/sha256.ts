/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const constants = fractions(64, Math.cbrt);
/** The same of the square roots of the first 8 primes (5.3.3). */
const initial = fractions(8, Math.sqrt);

/**
 * SHA-256 of bytes, in lower-case hex (FIPS 180-4). Pages served over plain HTTP have no
 * `crypto.subtle`, and what they download must be checked as well.
 */
export function sha256(bytes: Uint8Array): string {
  const digest = new Sha256();
  digest.add(bytes);
  return digest.hex();
}

/** The same of bytes that come piece by piece, which `crypto.subtle` does not take. */
export class Sha256 {
  readonly #state = Int32Array.from(initial);
  readonly #words = new Int32Array(64);
  /** Bytes that are no whole block yet. */
  readonly #rest = new Uint8Array(64);
  #nRest = 0;
  #length = 0;

  add(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    if (this.#nRest > 0) {
      at = Math.min(64 - this.#nRest, bytes.length);
      this.#rest.set(bytes.subarray(0, at), this.#nRest);
      this.#nRest += at;
      if (this.#nRest < 64) return;
      addBlock(this.#state, this.#words, this.#rest, 0);
    }
    for (; at + 64 <= bytes.length; at += 64) addBlock(this.#state, this.#words, bytes, at);
    this.#rest.set(bytes.subarray(at));
    this.#nRest = bytes.length - at;
  }

  /** Of all that was added; nothing can be added after it. */
  hex(): string {
    const tail = paddedTail(this.#rest.subarray(0, this.#nRest), this.#length);
    for (let at = 0; at < tail.length; at += 64) addBlock(this.#state, this.#words, tail, at);
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** What is left of the message, a one bit, zeros, and the message's length in bits. */
function paddedTail(rest: Uint8Array, length: number): Uint8Array {
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128);
  tail.set(rest);
  tail[rest.length] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(tail.length - 4, (length << 3) >>> 0);
  return tail;
}

/** Folds 64 bytes into the state (6.2.2). @param w scratch of 64 words */
function addBlock(state: Int32Array, w: Int32Array, bytes: Uint8Array, start: number): void {
  schedule(w, bytes, start);
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + sum1 + ((e & f) ^ (~e & g)) + constants[t]! + w[t]!) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

function schedule(w: Int32Array, bytes: Uint8Array, start: number): void {
  for (let t = 0; t < 16; t++) {
    const at = start + 4 * t;
    w[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let t = 16; t < 64; t++) {
    const early = w[t - 15]!;
    const late = w[t - 2]!;
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    w[t] = (w[t - 16]! + sigma0 + w[t - 7]! + sigma1) | 0;
  }
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function fractions(count: number, root: (n: number) => number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return Int32Array.from(primes, (p) => ((root(p) % 1) * 2 ** 32) | 0);
}
