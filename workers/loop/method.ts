import { AppError } from '../../src/core/errors.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import type { GradientGroups, GradientPolicy } from '../gradients/gradientPolicy.ts';
import type { Network } from '../model/families/family.ts';
import type { Params } from '../model/params.ts';
import type { LossOf, Objective } from '../objectives/objective.ts';
import { sftLosses } from '../objectives/sft.ts';

/** How a run learns: the chosen objective and gradient policy, with their settings. */
export interface Method {
  readonly lossOf: LossOf;
  readonly groups?: GradientGroups;
  /** What a step measures beside losses and gradient norm: the objective's readings, then the policy's. */
  readonly readings: readonly string[];
}

/** Supervised fine-tuning by the plain gradient. */
export const plainMethod = (network: Network): Method => ({
  lossOf: sftLosses(network),
  readings: [],
});

interface MethodLists {
  readonly objectives: readonly Objective[];
  readonly gradientPolicies: readonly GradientPolicy[];
}

/** The method that the settings name; `base` are the weights of the reference. @throws AppError 'bad-setting'. */
export function methodOf(
  settings: Settings,
  lists: MethodLists,
  network: Network,
  base: Params,
): Method {
  const objective = named(lists.objectives, 'objective', settings);
  const policy = named(lists.gradientPolicies, 'gradients', settings);
  const reference = { network, params: base };
  const groups = policy.apart?.(settings);
  return {
    lossOf: (params, batch) =>
      objective.losses({ trained: { network, params }, reference, batch, settings }),
    ...(groups && { groups }),
    readings: [...objective.readings, ...policy.readings],
  };
}

function named<T extends { readonly name: string }>(
  list: readonly T[],
  setting: 'objective' | 'gradients',
  settings: Settings,
): T {
  const got: string = settings[setting];
  const found = list.find((one) => one.name === got);
  if (found) return found;
  const known = list.map((one) => one.name);
  throw new AppError('bad-setting', 'unknownChoice', { setting, got, known });
}
