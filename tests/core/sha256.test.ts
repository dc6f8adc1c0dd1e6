import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Sha256, sha256 } from '../../src/core/sha256.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('gives the digests of FIPS 180-4', () => {
  expect(sha256(bytesOf('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(sha256(bytesOf('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('agrees with Node’s for every length around the borders of a block', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 151 + length) % 256);
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('bytes in pieces of any size give the digest of the whole', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 256);
  for (const size of [1, 3, 63, 64, 65, 130, 999]) {
    const digest = new Sha256();
    for (let at = 0; at < bytes.length; at += size) digest.add(bytes.subarray(at, at + size));
    expect(digest.hex()).toBe(sha256(bytes));
  }
});
