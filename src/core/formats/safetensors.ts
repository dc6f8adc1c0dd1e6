import { AppError, causeOf, type Fault } from '../errors.ts';
import { halfToNumber, numberToHalf } from './float16.ts';

/** A tensor of a weights file, widened to single precision. */
export interface StoredTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

const space = 0x20;
const maxHeaderBytes = 25 * 1024 * 1024;
const bytesPerElement = { F32: 4, F16: 2, BF16: 2 } as const;
type DType = keyof typeof bytesPerElement;

interface Entry {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Reads a safetensors file: 8 bytes little-endian header length, a JSON header, one buffer.
 * Strict: header ≤ 25 MB, no duplicate names, sizes equal shape × type, and the ranges tile the
 * buffer without gap or overlap. Types F32, F16 and BF16.
 */
export function readSafetensors(bytes: Uint8Array): ReadonlyMap<string, StoredTensor> {
  const [header, bodyStart] = readHeader(bytes);
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]) => parseEntry(name, entry));
  checkTiling(entries, bytes.byteLength - bodyStart);
  return new Map(
    entries.map((entry) => [
      entry.name,
      { shape: entry.shape, data: readData(bytes, bodyStart, entry) },
    ]),
  );
}

function refuse(...fault: Fault): never {
  throw new AppError('bad-file', ...fault);
}

function readHeader(bytes: Uint8Array): [Record<string, unknown>, number] {
  if (bytes.byteLength < 9) refuse('weightsTooShort', { bytes: bytes.byteLength });
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > maxHeaderBytes || length > bytes.byteLength - 8) {
    refuse('headerTooLong', { length, bytes: bytes.byteLength });
  }
  const text = new TextDecoder().decode(bytes.subarray(8, 8 + length));
  if (!text.startsWith('{')) refuse('headerNoObject', {});
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch (error) {
    refuse('headerNoJson', { cause: causeOf(error) });
  }
  // Whole strings, so that no match starts inside one; read, as one name can be escaped in many ways.
  const names = [...text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:\s*\{)?/g)]
    .filter(([, , isKeyOfObject]) => isKeyOfObject)
    .map(([, name]) => JSON.parse(name!) as string);
  if (new Set(names).size !== names.length) refuse('nameTwice', {});
  return [header as Record<string, unknown>, 8 + length];
}

const isSize = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) >= 0;

function parseEntry(name: string, raw: unknown): Entry {
  if (typeof raw !== 'object' || raw === null) refuse('tensorNoObject', { name });
  const { dtype, shape, data_offsets: offsets } = raw as Record<string, unknown>;
  if (typeof dtype !== 'string' || !Object.hasOwn(bytesPerElement, dtype)) {
    refuse('tensorType', { name, dtype: String(dtype), known: Object.keys(bytesPerElement) });
  }
  if (!Array.isArray(shape) || !shape.every(isSize)) refuse('tensorBadShape', { name });
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isSize)) {
    refuse('tensorBadOffsets', { name });
  }
  const [begin, end] = offsets as [number, number];
  const wanted = shape.reduce((a: number, b: number) => a * b, 1) * bytesPerElement[dtype as DType];
  if (end - begin !== wanted) refuse('tensorSize', { name, bytes: end - begin, shape, wanted });
  return { name, dtype: dtype as DType, shape, begin, end };
}

function checkTiling(entries: readonly Entry[], bodyLength: number): void {
  let at = 0;
  for (const entry of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (entry.begin !== at)
      refuse('tensorStart', { name: entry.name, begin: entry.begin, wanted: at });
    at = entry.end;
  }
  if (at !== bodyLength) refuse('tensorsEnd', { end: at, length: bodyLength });
}

function readData(bytes: Uint8Array, bodyStart: number, entry: Entry): Float32Array {
  const slice = bytes.slice(bodyStart + entry.begin, bodyStart + entry.end);
  if (entry.dtype === 'F32') return new Float32Array(slice.buffer);
  const halves = new Uint16Array(slice.buffer);
  if (entry.dtype === 'F16') return Float32Array.from(halves, halfToNumber);
  const words = Uint32Array.from(halves, (half) => half << 16);
  return new Float32Array(words.buffer);
}

/** Writes a safetensors file in the map's order, header padded to 8 bytes as the reference does. */
export function writeSafetensors(
  tensors: ReadonlyMap<string, StoredTensor>,
  dtype: 'F16' | 'F32',
): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  let length = 0;
  for (const [name, { shape, data }] of tensors) {
    const end = length + data.length * bytesPerElement[dtype];
    header[name] = { dtype, shape, data_offsets: [length, end] };
    length = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = new Uint8Array(Math.ceil(json.length / 8) * 8).fill(space);
  headerBytes.set(json);
  const out = new Uint8Array(8 + headerBytes.length + length);
  new DataView(out.buffer).setBigUint64(0, BigInt(headerBytes.length), true);
  out.set(headerBytes, 8);
  let at = 8 + headerBytes.length;
  for (const { data } of tensors.values()) {
    const encoded = dtype === 'F32' ? data.slice() : Uint16Array.from(data, numberToHalf);
    out.set(new Uint8Array(encoded.buffer), at);
    at += encoded.byteLength;
  }
  return out;
}
