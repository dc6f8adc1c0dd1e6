/** Sizes of one comparison: a Llama-like decoder and its batch. */
export interface Shape {
  readonly name: ShapeName;
  readonly nLayers: number;
  readonly dModel: number;
  readonly nHeads: number;
  readonly dFf: number; // 8/3 of dModel, rounded up to 32: as many weights as a plain MLP of 4 × dModel
  readonly vocabSize: number; // V
  readonly seqLen: number; // T
  readonly batchSize: number; // B
}

export const shapeNames = ['A', 'B', 'peer', 'mini', 'C'] as const;
export type ShapeName = (typeof shapeNames)[number];

/** Sizes that every comparison runs at. */
export const shapes: Readonly<Record<ShapeName, Shape>> = {
  A: { name: 'A', ...sizes(2, 32, 2), vocabSize: 64, seqLen: 32, batchSize: 8 },
  B: { name: 'B', ...sizes(4, 128, 4), vocabSize: 512, seqLen: 64, batchSize: 16 },
  peer: { name: 'peer', ...sizes(4, 128, 4), vocabSize: 512, seqLen: 128, batchSize: 8 },
  mini: { name: 'mini', ...sizes(4, 128, 4), vocabSize: 2048, seqLen: 256, batchSize: 16 },
  C: { name: 'C', ...sizes(6, 256, 8), vocabSize: 2048, seqLen: 128, batchSize: 16 },
};

function sizes(
  nLayers: number,
  dModel: number,
  nHeads: number,
): Pick<Shape, 'nLayers' | 'dModel' | 'nHeads' | 'dFf'> {
  return { nLayers, dModel, nHeads, dFf: Math.ceil((dModel * 8) / 3 / 32) * 32 };
}
