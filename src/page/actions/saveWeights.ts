import type { Weights } from '../../core/protocol/index.ts';
import { fileNameOf } from '../../core/runs/fileNameOf.ts';
import { saveFile } from '../bridge/saveFile.ts';
import { bestApart } from '../state/bestApart.ts';
import type { App } from '../state/createApp.ts';

/** The tuned weights, or those of the run's best evaluation, as a safetensors file. */
export async function saveWeights(app: App, which: Exclude<Weights, 'base'>): Promise<void> {
  const { engine, runs, notices } = app;
  const run = runs.record(engine.tunedBy);
  if (!engine.api || !run) return;
  const result = await engine.api.exportWeights(which);
  if (!result.ok) return notices.error(result.error);
  const best = which === 'best' ? bestApart(app) : null;
  const name = best ? `${run.name}-step-${best.step}` : run.name;
  saveFile(fileNameOf(name, 'safetensors'), new Blob([new Uint8Array(result.value)]));
}

export const canSaveWeights = ({ engine }: App): boolean => engine.hasTuned && engine.isReady;

export const canSaveBest = (app: App): boolean => canSaveWeights(app) && bestApart(app) !== null;
