import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfToNumber, numberToHalf } from '../../src/core/formats/float16.ts';
import { readSafetensors, writeSafetensors } from '../../src/core/formats/safetensors.ts';
import { inWords } from '../inWords.ts';

describe('half precision', () => {
  // Bit patterns from IEEE 754-2008, binary16.
  test.each([
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [1 / 3, 0x3555],
    [Infinity, 0x7c00],
  ])('%f is 0x%s', (value, bits) => {
    expect(numberToHalf(value)).toBe(bits);
    expect(numberToHalf(halfToNumber(bits))).toBe(bits);
  });
  test('ties go to the even neighbour, and every finite pattern survives a round trip', () => {
    expect(numberToHalf(1 + 2 ** -11)).toBe(0x3c00);
    expect(numberToHalf(1 + 3 * 2 ** -11)).toBe(0x3c02);
    for (let bits = 0; bits < 0x7c00; bits++) expect(numberToHalf(halfToNumber(bits))).toBe(bits);
  });
});

const tensor = (...data: number[]) => ({ shape: [data.length], data: Float32Array.from(data) });

const file = (header: string, body: number): Uint8Array => {
  const bytes = new Uint8Array(8 + header.length + body);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(new TextEncoder().encode(header), 8);
  return bytes;
};
const entry = (begin: number, end: number, shape = [1]) =>
  `{"dtype":"F32","shape":[${shape.join()}],"data_offsets":[${begin},${end}]}`;

describe('safetensors', () => {
  test('F32 survives a round trip, names and shapes included', () => {
    const number = fc.float({ noNaN: true });
    const map = fc.dictionary(fc.string({ minLength: 1 }), fc.array(number, { minLength: 1 }));
    fc.assert(
      fc.property(map, (record) => {
        fc.pre(!Object.hasOwn(record, '__metadata__') && !Object.hasOwn(record, '__proto__'));
        const tensors = new Map(
          Object.entries(record).map(([name, data]) => [name, tensor(...data)]),
        );
        const read = readSafetensors(writeSafetensors(tensors, 'F32'));
        expect([...read].sort()).toEqual([...tensors].sort());
      }),
    );
  });
  test('names that look like the syntax around them are no doubles', () => {
    const names = [':{', '","', '\\":{', '{"a":{', ':{"'];
    const spaced = names.map((name, i) => `${JSON.stringify(name)} : ${entry(4 * i, 4 * i + 4)}`);
    const read = readSafetensors(file(`{${spaced.join(',\n ')}}`, 20));
    expect([...read.keys()]).toEqual(names);
  });
  test('BF16 is read as the upper half of single precision', () => {
    const bytes = file('{"w":{"dtype":"BF16","shape":[3],"data_offsets":[0,6]}}', 6);
    // 1, -2.5 and 2^-126: sign, eight exponent bits, seven of the mantissa.
    const bits = Uint16Array.of(0x3f80, 0xc020, 0x0080);
    bytes.set(new Uint8Array(bits.buffer), bytes.length - 6);
    expect([...readSafetensors(bytes).get('w')!.data]).toEqual([1, -2.5, 2 ** -126]);
  });
  test('the data starts at a multiple of eight, also after names of several bytes', () => {
    const bytes = writeSafetensors(new Map([['gewicht-é', tensor(1)]]), 'F32');
    expect((bytes.length - 4) % 8).toBe(0);
  });
  test('F16 keeps eleven bits', () => {
    const read = readSafetensors(writeSafetensors(new Map([['w', tensor(0.1, -3)]]), 'F16'));
    expect(read.get('w')!.data[0]).toBeCloseTo(0.1, 4);
    expect(read.get('w')!.data[1]).toBe(-3);
  });
});

describe('safetensors at fault', () => {
  test.each([
    [
      'a gap between tensors',
      file(`{"a":${entry(0, 4)},"b":${entry(8, 12)}}`, 12),
      /starts at 8, wanted 4/,
    ],
    ['an overlap', file(`{"a":${entry(0, 4)},"b":${entry(0, 4)}}`, 4), /starts at 0, wanted 4/],
    ['bytes left over', file(`{"a":${entry(0, 4)}}`, 8), /end at 4, the data at 8/],
    [
      'a size that is not the shape',
      file(`{"a":${entry(0, 4, [2])}}`, 4),
      /has 4 bytes, its shape \[2\] wants 8/,
    ],
    [
      'a name that occurs twice',
      file(`{"a":${entry(0, 4)},"a":${entry(0, 4)}}`, 4),
      /occurs twice/,
    ],
    [
      'a name that occurs twice, once escaped',
      file(`{"a":${entry(0, 4)},"\\u0061":${entry(0, 4)}}`, 4),
      /occurs twice/,
    ],
    ['an entry that is null', file('{"a":null}', 0), /"a" is not an object/],
    ['a header longer than the file', file('{}', 0).subarray(0, 9), /the header says 2 bytes/],
    ['an unknown type', file(`{"a":${entry(0, 4).replace('F32', 'I64')}}`, 4), /has type I64/],
  ])('%s is refused', (_, bytes, message) => {
    expect(inWords(() => readSafetensors(bytes))).toThrow(message);
  });
});
