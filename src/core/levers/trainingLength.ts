import { integer } from '../settingRows.ts';
import { lever } from './lever.ts';

/** How many token positions a run trains on. */
export const trainingLength = lever({
  id: 'trainingLength',
  stage: 'packing',
  rows: { trainTokens: integer([256, 1_000_000, 1_000_000_000]) },
  live: [],
  paper: null,
});

/** Steps of a run: enough batches of B rows × T tokens for the training length. */
export const nStepsOf = ({
  trainTokens,
  batchSize,
  seqLen,
}: {
  readonly trainTokens: number;
  readonly batchSize: number;
  readonly seqLen: number;
}): number => Math.ceil(trainTokens / (batchSize * seqLen));
