import type { ModelName } from '../models.ts';
import type { RunPlan } from '../protocol/index.ts';
import type { DeskSetup } from './deskSetup.ts';

/** What a fader can say. A bus may have lifted its tasks above it. */
const highest = 100;

/** A desk that asks for what the plan has asked for, with the faders of its buses in those of its tasks. */
export const deskOfPlan = ({ model, settings, channels, schedule }: RunPlan): DeskSetup => ({
  model: model.name as ModelName,
  tasks: channels.map(({ taskId, level, isOn, maxExamples, metric }) => ({
    id: taskId,
    level: Math.min(highest, level),
    isMuted: !isOn,
    ...(maxExamples !== undefined && { maxExamples }),
    ...(metric !== undefined && { metric }),
  })),
  buses: {},
  settings,
  ...(schedule && { schedule }),
});
