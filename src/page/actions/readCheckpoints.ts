import type { App } from '../state/createApp.ts';

/** Of ended runs so many keep what they have learnt. */
const mostEnded = 3;

/**
 * What the worker keeps; of ended runs the oldest give their room back.
 * @returns whether it could be read: a window that keeps nothing has none
 */
export async function readCheckpoints({ checkpoints, engine, world }: App): Promise<boolean> {
  const { api } = engine;
  const found = await api?.resumableRuns();
  if (!api || !found?.ok) return false;
  const open = await world.locks.runsOnTheirWay();
  const runs = [...found.value].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  const ended = runs.filter(({ runId, step, nSteps }) => step >= nSteps && !open.has(runId));
  const gone = ended.slice(mostEnded).map(({ runId }) => runId);
  if (gone.length > 0) await api.forgetRuns(gone);
  checkpoints.runs = runs.filter(({ runId }) => !gone.includes(runId));
  return true;
}
