import { createHash } from 'node:crypto';
import { deskFileOf, type DeskSetup } from '../../src/core/desk/deskSetup.ts';
import type { Judging } from '../../src/core/protocol/index.ts';
import { judgementOf, type RunRecord } from '../../src/core/runs/record.ts';

/** A task's scores on the test split, 0–100. */
export interface PresetScore {
  readonly base: number;
  readonly tuned: number;
  /** Scored, never trained on. */
  readonly isWatched: boolean;
}

/** One run of a preset, judged on the test split; a line of docs/results/presets.json. */
export interface PresetRun {
  readonly preset: string;
  readonly seed: number;
  /** From Train to the end of the run, its evaluations included. */
  readonly seconds: number;
  /** Over the tasks that are trained on. */
  readonly macro: number;
  readonly worst: number;
  readonly baseMacro: number;
  readonly baseWorst: number;
  /** Over the tasks that are only watched; null where there are none. */
  readonly watched: number | null;
  readonly baseWatched: number | null;
  readonly backend: string;
  readonly adapter: string;
  /** Of what was asked: a run with the same is not made again. */
  readonly setup: string;
  readonly tasks: Readonly<Record<string, PresetScore>>;
}

/** The preset with another seed. */
export const seeded = (setup: DeskSetup, seed: number): DeskSetup => ({
  ...setup,
  settings: { ...setup.settings, seed },
});

/** Tells two things that are asked for apart: the desk, its seed and how it is judged. */
export function setupHash(setup: DeskSetup, backend: string): string {
  const asked = JSON.stringify([deskFileOf(setup), backend, testInstances(setup)]);
  return createHash('sha256').update(asked).digest('hex').slice(0, 16);
}

/** All test answers of a desk of a few tasks, a sample where there are many. */
const testInstances = ({ tasks }: DeskSetup): number => (tasks.length <= 12 ? 200 : 20);

/** Before and after on the test split, by the tasks' own metrics. */
export function judgingsOf(setup: DeskSetup): Judging[] {
  return (['base', 'tuned'] as const).map((weights) => ({
    name: 'test',
    weights,
    split: 'test',
    taskIds: setup.tasks.map(({ id }) => id),
    maxInstances: testInstances(setup),
    withMetric: true,
    keptAnswers: 0,
  }));
}

/** @throws Error where a judging is missing: half a run answers nothing. */
export function presetRunOf(
  asked: Pick<PresetRun, 'preset' | 'seed' | 'setup'>,
  record: RunRecord,
): PresetRun {
  const tasks = scoresOf(record);
  const rows = Object.values(tasks);
  const trained = rows.filter(({ isWatched }) => !isWatched);
  const watched = rows.filter(({ isWatched }) => isWatched);
  return {
    ...asked,
    seconds: rounded(record.seconds['train'] ?? 0),
    macro: meanOf(trained, 'tuned'),
    worst: Math.min(...trained.map(({ tuned }) => tuned)),
    baseMacro: meanOf(trained, 'base'),
    baseWorst: Math.min(...trained.map(({ base }) => base)),
    watched: watched.length > 0 ? meanOf(watched, 'tuned') : null,
    baseWatched: watched.length > 0 ? meanOf(watched, 'base') : null,
    backend: record.engine?.backend ?? '',
    adapter: record.engine?.adapter ?? '',
    tasks,
  };
}

function scoresOf(record: RunRecord): Record<string, PresetScore> {
  const [base, tuned] = (['base', 'tuned'] as const).map((weights) => {
    const found = judgementOf(record, weights, 'test');
    if (!found) throw new Error(`${record.name}: the ${weights} model was not judged`);
    return new Map(found.evaluation.results.map(({ taskId, score }) => [taskId, score ?? 0]));
  });
  return Object.fromEntries(
    record.plan.channels.map(({ taskId, isOn }) => [
      taskId,
      {
        base: rounded(base!.get(taskId) ?? 0),
        tuned: rounded(tuned!.get(taskId) ?? 0),
        isWatched: !isOn,
      },
    ]),
  );
}

const meanOf = (rows: readonly PresetScore[], key: 'base' | 'tuned'): number =>
  rounded(rows.reduce((sum, row) => sum + row[key], 0) / rows.length);

const rounded = (value: number): number => Math.round(10 * value) / 10;
