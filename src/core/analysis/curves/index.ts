import type { CurveKind } from './curveKind.ts';
import { baseAbility } from './baseAbility.ts';
import { epochs } from './epochs.ts';
import { score } from './score.ts';
import { share } from './share.ts';
import { trainLoss } from './trainLoss.ts';
import { validationLoss } from './validationLoss.ts';

/** Every kind of curve, in the order of the chart's switch. */
export const curveKinds = [
  score,
  validationLoss,
  trainLoss,
  share,
  epochs,
  baseAbility,
] as const satisfies readonly CurveKind[];

export type CurveKindName = (typeof curveKinds)[number]['name'];

export const curveKind = (name: CurveKindName): CurveKind =>
  curveKinds.find((kind) => kind.name === name)!;
