import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { told } from '../told.ts';
import type { Progress } from './progress.ts';

/** Says on the terminal what an event of a run means. */
export function tellProgress(progress: Progress, trainTokens: number): (event: TrainEvent) => void {
  return (event) => {
    if (event.type === 'step') {
      const note = `loss ${event.loss.toFixed(3)}, ${Math.round(event.tokensPerSecond)} tokens/s`;
      progress.update('train', Math.min(event.tokens, trainTokens), trainTokens, note);
    } else if (event.type === 'phase' && event.judging !== undefined) {
      progress.update(`evaluate ${event.judging}`, event.done, event.total);
    } else if (event.type === 'judgingFailed' || event.type === 'failed') {
      progress.say(told(event.error));
    }
  };
}
