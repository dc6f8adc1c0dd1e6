import type { TaskSource } from '../../taskSource.ts';
import { qaChain, qaColour, qaNone, qaWhat, qaWhen, qaWhere, qaWho } from './facts.ts';

/** The tasks of the cluster 'extractive QA'. */
export const questionsTasks: readonly TaskSource[] = [
  qaWhere,
  qaWho,
  qaWhat,
  qaWhen,
  qaColour,
  qaChain,
  qaNone,
];
