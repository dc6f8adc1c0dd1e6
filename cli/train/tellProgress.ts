import type { RunPlan, TaskEvaluation, TrainEvent } from '../../src/core/protocol/index.ts';
import { mean } from '../../src/core/statistics/mean.ts';
import { forecast as words } from '../../src/page/i18n/en/forecast.ts';
import { transport } from '../../src/page/i18n/en/transport.ts';
import { resumptionSentences } from '../../src/words/en/resumption.ts';
import { told } from '../told.ts';
import type { Progress } from './progress.ts';

/** Before that a pace says little. */
const paceMs = 2000;

/** Says on the terminal what an event of a run means. */
export function tellProgress(progress: Progress, plan: RunPlan): (event: TrainEvent) => void {
  const { trainTokens } = plan.settings;
  let isTold = false;
  return (event) => {
    if (event.type === 'step') {
      if (!isTold && event.elapsedMs >= paceMs) {
        isTold = true;
        progress.say(
          `the training takes ${words.about((event.elapsedMs / event.tokens) * trainTokens)}`,
        );
      }
      const note = `loss ${event.loss.toFixed(3)}, ${Math.round(event.tokensPerSecond)} tokens/s`;
      progress.update('train', Math.min(event.tokens, trainTokens), trainTokens, note);
    } else if (event.type === 'evaluated') {
      progress.say(evaluationLine(event, plan));
    } else if (event.type === 'phase' && event.judging !== undefined) {
      progress.update(`evaluate ${event.judging}`, event.done, event.total);
    } else if (event.type === 'judged') {
      for (const { taskId, instances, leftOut = 0 } of event.evaluation.results) {
        if (leftOut === 0) continue;
        const { weights, name } = event.judging;
        const all = instances + leftOut;
        progress.say(`${weights} ${name}: ${leftOut} of ${all} examples of ${taskId} fit no row`);
      }
    } else if (event.type === 'resumed') {
      progress.say([`goes on from step ${event.step}`, ...resumptionSentences(event)].join('. '));
    } else if ('error' in event) {
      progress.say(told(event.error));
    }
  };
}

/** "step 37: mean score 92.1, validation loss 0.213, base ability 1.482; 2 evaluations without a gain; stops after 5", over what is trained. */
export function evaluationLine(
  { step, results, standing, baseAbility }: Extract<TrainEvent, { type: 'evaluated' }>,
  { channels, settings: { patience } }: Pick<RunPlan, 'channels' | 'settings'>,
): string {
  const trained = new Set(channels.filter(({ isOn }) => isOn).map(({ taskId }) => taskId));
  const own = results.filter(({ taskId }) => trained.has(taskId));
  const parts = [
    meanOf(own, 'score', 'mean score', 1),
    meanOf(own, 'loss', 'validation loss', 3),
    baseAbility === undefined ? [] : [`base ability ${baseAbility.toFixed(3)}`],
  ].flat();
  const waits =
    patience > 0 && standing ? [transport.patienceHelp(standing.withoutGain, patience)] : [];
  return `step ${step}: ${[parts.join(', '), ...waits].join('; ')}`;
}

function meanOf(
  results: readonly TaskEvaluation[],
  key: 'score' | 'loss',
  name: string,
  decimals: number,
): string[] {
  const values = results.flatMap((result) => result[key] ?? []);
  return values.length > 0 ? [`${name} ${mean(values).toFixed(decimals)}`] : [];
}
