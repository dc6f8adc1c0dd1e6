import { tokenLosses } from '../batch/tokenLosses.ts';
import type { Network } from '../model/families/family.ts';
import type { LossOf, Objective } from './objective.ts';

/** Supervised fine-tuning: the answer's tokens become likely, given the prompt. */
export const sft: Objective = {
  name: 'sft',
  readings: [],
  losses: ({ trained, batch }) => sftLosses(trained.network)(trained.params, batch),
};

export const sftLosses =
  (network: Network): LossOf =>
  (params, batch) => ({ losses: tokenLosses(params, network, batch) });
