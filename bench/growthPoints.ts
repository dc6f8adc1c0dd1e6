import { shapes } from './shapes.ts';
import type { Shape } from './shapes.ts';

/** What is made larger, and the sizes it takes; everything else stays at shape B. */
export const growthAxes = {
  batch: [4, 8, 16, 32, 64],
  context: [32, 64, 128, 256, 512],
  width: [32, 64, 128, 256, 384],
  depth: [1, 2, 4, 8, 12],
  vocabulary: [128, 512, 2048, 8192],
} as const;
export type GrowthAxis = keyof typeof growthAxes;

export const taskCounts = [4, 12, 40, 120, 400] as const;

/** Speed at one size of one axis, or with so many tasks on the desk. */
export interface GrowthPoint {
  readonly axis: GrowthAxis | 'tasks';
  readonly size: number;
  readonly tokensPerSecond: number;
}

export interface Growth {
  readonly adapter: string;
  readonly date: string;
  readonly commit: string;
  readonly command: string;
  readonly points: readonly GrowthPoint[];
}

/** Shape B with one of its sizes changed. Heads stay 32 wide. */
export function grownShape(axis: GrowthAxis, size: number): Shape {
  const { B } = shapes;
  switch (axis) {
    case 'batch':
      return { ...B, batchSize: size };
    case 'context':
      return { ...B, seqLen: size };
    case 'depth':
      return { ...B, nLayers: size };
    case 'vocabulary':
      return { ...B, vocabSize: size };
    case 'width':
      return {
        ...B,
        dModel: size,
        nHeads: Math.max(1, size / 32),
        dFf: Math.ceil((size * 8) / 3 / 32) * 32,
      };
  }
}
