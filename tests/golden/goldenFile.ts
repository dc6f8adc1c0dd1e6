import { readFileSync } from 'node:fs';
import type { GoldenNumbers } from './goldenRun.ts';

export const goldenPath = new URL('golden.json', import.meta.url);

/** Recorded numbers by case. */
export const readGolden = (): Readonly<Record<string, GoldenNumbers>> =>
  JSON.parse(readFileSync(goldenPath, 'utf8')) as Record<string, GoldenNumbers>;
