import type { TaskLoss, TrainEvent } from '../../src/core/protocol/index.ts';
import type { Run } from './run.ts';
import type { StepClock } from './stepClock.ts';
import type { StepNumbers } from './stepQueue.ts';

/** A step as the record keeps it: sums by place become means by task id. */
export function stepEvent(run: Run, clock: StepClock, numbers: StepNumbers): TrainEvent {
  const { step, lossSums, tokensByTask, nLossTokens, gradNorm, readings, learningRate } = numbers;
  const { countsByTask } = numbers;
  const tokensPerStep = run.settings.batchSize * run.settings.seqLen;
  const lossByTask = run.tasks.flatMap(({ id }, k): [string, TaskLoss][] => {
    const tokens = tokensByTask[k] ?? 0;
    const { examples, tokens: allTokens } = countsByTask[k]!;
    return tokens > 0 ? [[id, { loss: lossSums[k]! / tokens, tokens, examples, allTokens }]] : [];
  });
  return {
    type: 'step',
    runId: run.runId,
    step,
    tokens: step * tokensPerStep,
    loss: lossSums.reduce((sum, loss) => sum + loss, 0) / nLossTokens,
    lossByTask: Object.fromEntries(lossByTask),
    learningRate,
    gradNorm,
    ...(Object.keys(readings).length > 0 && { readings }),
    tokensPerSecond: clock.stepsPerSecond() * tokensPerStep,
    elapsedMs: clock.elapsedMs(),
  };
}
