import type { ModelName } from '../../src/core/models.ts';
import type { Settings } from '../../src/core/settings/table.ts';

/** A short run whose every number is written down: later commits must give the same bits. */
export interface GoldenCase {
  readonly name: string;
  readonly model: ModelName;
  readonly settings: Partial<Settings>;
  /** Part of `npm test`; the others are checked by `npm run golden`. */
  readonly isSmall: boolean;
}

/** Entities, classification, free text and code: every metric family and answer length. */
export const goldenTasks = ['ner_people', 'rate_stars', 'sum_story', 'code_py_js'] as const;

const batchSize = 8;
const seqLen = 256;
const nSteps = 60;
const common: Partial<Settings> = {
  seed: 7,
  batchSize,
  seqLen,
  trainTokens: nSteps * batchSize * seqLen,
  evalEvery: nSteps / 2,
  evalInstances: 8,
  metricInstances: 4,
  shotShare: 0,
};

/** Each way of changing the examples or the weights, on in turn. */
const variants: Readonly<Record<string, Partial<Settings>>> = {
  plain: {},
  wordDropout: { wordDropout: 20 },
  rehearsal: { rehearsalShare: 25 },
  shots: { shotShare: 40 },
  lora: { loraRank: 8, learningRate: 8e-3 },
  embeddings: { trainEmbeddings: true },
};
const smallVariants = ['plain', 'shots', 'lora'];

export const goldenCases: readonly GoldenCase[] = (['nano', 'mini'] as const).flatMap((model) =>
  Object.entries(variants).map(([name, settings]) => ({
    name: `${model}/${name}`,
    model,
    settings: { ...common, ...settings },
    isSmall: model === 'nano' && smallVariants.includes(name),
  })),
);
