import type { Solver } from '../solver.ts';
import { codeSolvers } from './code/index.ts';
import { completionSolvers } from './completion/index.ts';
import { coreferenceSolvers } from './coreference/index.ts';
import { dataTextSolvers } from './dataText/index.ts';
import { entitiesSolvers } from './entities/index.ts';
import { grammarSolvers } from './grammar/index.ts';
import { gymSolvers } from './gym/index.ts';
import { inferenceSolvers } from './inference/index.ts';
import { listsSolvers } from './lists/index.ts';
import { numbersSolvers } from './numbers/index.ts';
import { orderSolvers } from './order/index.ts';
import { paraphraseSolvers } from './paraphrase/index.ts';
import { questionsSolvers } from './questions/index.ts';
import { sentimentSolvers } from './sentiment/index.ts';
import { summarySolvers } from './summary/index.ts';
import { topicSolvers } from './topic/index.ts';
import { translationSolvers } from './translation/index.ts';
import { wordMeaningSolvers } from './wordMeaning/index.ts';
import { yesNoSolvers } from './yesNo/index.ts';

/** Solvers by task id; every built-in task has one. */
export const solvers: Readonly<Record<string, Solver>> = {
  ...entitiesSolvers,
  ...questionsSolvers,
  ...yesNoSolvers,
  ...sentimentSolvers,
  ...topicSolvers,
  ...inferenceSolvers,
  ...paraphraseSolvers,
  ...summarySolvers,
  ...completionSolvers,
  ...dataTextSolvers,
  ...translationSolvers,
  ...codeSolvers,
  ...listsSolvers,
  ...numbersSolvers,
  ...grammarSolvers,
  ...wordMeaningSolvers,
  ...coreferenceSolvers,
  ...orderSolvers,
  ...gymSolvers,
};
