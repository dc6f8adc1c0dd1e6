import { appVersion } from '../../src/core/appVersion.ts';
import type { Checkpoint } from '../../src/core/checkpoints/checkpoint.ts';
import { engineDifferences } from '../../src/core/checkpoints/engineDifferences.ts';
import type { EngineInfo } from '../../src/core/protocol/index.ts';
import type { LoadedModel } from '../data/loadModel.ts';
import { namedRates, type Run, trainExamples } from './run.ts';

interface Start {
  readonly run: Run;
  readonly engine: EngineInfo;
  readonly loaded: LoadedModel;
}

/** Of a run that begins: what it trains on, with what. */
export function sayStarted({ run, engine, loaded }: Start): void {
  const { runId, tasks, fits, nSteps, outbox } = run;
  outbox.push({
    type: 'started',
    runId,
    engine,
    model: loaded.info,
    mixingRates: namedRates(run),
    trainExamples: trainExamples(run),
    fits,
    taskIds: tasks.map(({ id }) => id),
    nSteps,
  });
}

/** Of a run that goes on: what is not as it was. */
export function sayResumed({ run, engine }: Start, { head, damaged }: Checkpoint): void {
  const { runId, step, outbox } = run;
  const { elapsedMs } = head.state;
  const differs = engineDifferences(head, { app: appVersion, engine });
  outbox.push({ type: 'resumed', runId, step, elapsedMs, engine, differs, damaged });
}
