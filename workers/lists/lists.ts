import { levers } from '../../src/core/levers/index.ts';
import type { Lever } from '../../src/core/levers/lever.ts';
import { metrics } from '../../src/core/metrics/index.ts';
import type { Metric } from '../../src/core/metrics/metric.ts';
import { instructionFormats } from '../../src/core/render/index.ts';
import type { InstructionFormat } from '../../src/core/render/instructionFormat.ts';
import { samplers } from '../../src/core/sampling/index.ts';
import type { Sampler } from '../../src/core/sampling/sampler.ts';
import { readers } from '../../src/core/tasks/readers/index.ts';
import type { TaskReader } from '../../src/core/tasks/readers/reader.ts';
import type { GradientPolicy } from '../gradients/gradientPolicy.ts';
import { gradientPolicies } from '../gradients/index.ts';
import type { ModelFamily } from '../model/families/family.ts';
import { families } from '../model/families/index.ts';
import { objectives } from '../objectives/index.ts';
import type { Objective } from '../objectives/objective.ts';

/** What a run can choose from: one entry a file, one line a list. A test may add entries of its own. */
export interface Lists {
  readonly levers: readonly Lever[];
  readonly samplers: readonly Sampler[];
  readonly instructionFormats: readonly InstructionFormat[];
  readonly readers: readonly TaskReader[];
  readonly metrics: readonly Metric[];
  readonly families: readonly ModelFamily[];
  readonly objectives: readonly Objective[];
  readonly gradientPolicies: readonly GradientPolicy[];
}

export const shippedLists: Lists = {
  levers,
  samplers,
  instructionFormats,
  readers,
  metrics,
  families,
  objectives,
  gradientPolicies,
};
