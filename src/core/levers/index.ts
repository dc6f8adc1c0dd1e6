import { adapters } from './adapters.ts';
import { batch } from './batch.ts';
import { clipping } from './clipping.ts';
import { earlyStopping } from './earlyStopping.ts';
import { embeddings } from './embeddings.ts';
import { gradients } from './gradients.ts';
import { instructionFormat } from './instructionFormat.ts';
import { mixing } from './mixing.ts';
import { objective } from './objective.ts';
import { rehearsal } from './rehearsal.ts';
import { schedule } from './schedule.ts';
import { scoring } from './scoring.ts';
import { seed } from './seed.ts';
import { shots } from './shots.ts';
import { trainingLength } from './trainingLength.ts';
import { weightDecay } from './weightDecay.ts';
import { wordDropout } from './wordDropout.ts';

/** The levers of the lab, in the order of the panel. */
export const levers = [
  mixing,
  seed,
  instructionFormat,
  shots,
  wordDropout,
  trainingLength,
  batch,
  rehearsal,
  objective,
  gradients,
  clipping,
  schedule,
  weightDecay,
  embeddings,
  adapters,
  scoring,
  earlyStopping,
] as const;
