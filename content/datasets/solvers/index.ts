import type { Solver } from '../solver.ts';
import { codeSolvers } from './code.ts';
import { completionSolvers } from './completion.ts';
import { coreferenceSolvers } from './coreference.ts';
import { dataTextSolvers } from './dataText.ts';
import { entitiesSolvers } from './entities.ts';
import { grammarSolvers } from './grammar.ts';
import { gymSolvers } from './gym.ts';
import { inferenceSolvers } from './inference.ts';
import { listsSolvers } from './lists.ts';
import { numbersSolvers } from './numbers.ts';
import { orderSolvers } from './order.ts';
import { paraphraseSolvers } from './paraphrase.ts';
import { questionsSolvers } from './questions.ts';
import { sentimentSolvers } from './sentiment.ts';
import { summarySolvers } from './summary.ts';
import { topicSolvers } from './topic.ts';
import { translationSolvers } from './translation.ts';
import { wordMeaningSolvers } from './wordMeaning.ts';
import { yesNoSolvers } from './yesNo.ts';

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
