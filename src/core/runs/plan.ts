import { appVersion } from '../appVersion.ts';
import { AppError } from '../errors.ts';
import type { DataOrigin, ModelInfo, RunPlan, TaskInfo } from '../protocol/index.ts';
import { checkSchedule } from '../schedule/checkSchedule.ts';
import { frozen } from './frozen.ts';

/** A plan as it is asked for; `createPlan` adds the hashes of what has been loaded for it, how it was read and where it is from. */
export type RunOrder = Omit<RunPlan, 'app' | 'model' | 'taskHashes' | 'reports' | 'origins'>;

type PlannedTask = Pick<TaskInfo, 'id' | 'sha256'> &
  Partial<Pick<TaskInfo, 'hub' | 'licence' | 'origin' | 'report'>>;

/**
 * The frozen plan of an order for this model and these tasks.
 * @throws AppError 'not-ready' when a channel or a judging names a task that is not among them, or 'bad-setting' when
 * the schedule moves what is no channel.
 */
export function createPlan(
  order: RunOrder,
  { name, sha256 }: Pick<ModelInfo, 'name' | 'sha256'>,
  tasks: readonly PlannedTask[],
): RunPlan {
  const hashes = new Map(tasks.map((task) => [task.id, task.sha256]));
  const named = [
    ...order.channels.map(({ taskId }) => taskId),
    ...order.judge.flatMap(({ taskIds }) => taskIds),
  ];
  const taskHashes = [...new Set(named)].map((id) => {
    const hash = hashes.get(id);
    if (hash !== undefined) return [id, hash] as const;
    throw new AppError('not-ready', 'taskNotLoaded', { id });
  });
  const reports = tasks.flatMap(({ id, report }) =>
    report && named.includes(id) ? [[id, report] as const] : [],
  );
  const origins = originsOf(tasks.filter(({ id }) => named.includes(id)));
  const { settings, channels, schedule, startFrom, judge, group } = order;
  if (schedule) checkSchedule(schedule, channels);
  return frozen({
    app: appVersion,
    model: { name, sha256 },
    settings,
    channels,
    ...(schedule && { schedule }),
    taskHashes: Object.fromEntries(taskHashes),
    ...(reports.length > 0 && { reports: Object.fromEntries(reports) }),
    ...(Object.keys(origins).length > 0 && { origins }),
    startFrom,
    judge,
    group,
  });
}

/** Of own data: what comes with the page says its licence there. */
function originsOf(tasks: readonly PlannedTask[]): Record<string, DataOrigin> {
  const own = tasks.flatMap(({ id, report, origin, licence = 'Unknown', hub }) =>
    report && origin !== undefined
      ? [[id, { origin, licence, ...(hub && { url: hub.url }) }] as const]
      : [],
  );
  return Object.fromEntries(own);
}
