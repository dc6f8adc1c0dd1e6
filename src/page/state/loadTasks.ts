import type { Result } from '../../core/errors.ts';
import type {
  Download,
  FileSource,
  HubSource,
  ReadProgress,
  TaskInfo,
  TasksApi,
} from '../../core/protocol/index.ts';
import { untilSettled } from '../bridge/untilSettled.ts';
import type { Channel } from './channel.svelte.ts';
import type { TaskBundle } from './datasets.ts';

/** As many requests as a browser sends to one host at a time. */
const maxRequests = 6;

/**
 * Loads the channels' tasks that are not loaded yet, several at a time: a cluster's bundle where all of its
 * tasks are wanted, else each task's own. What a bundle did not give is asked for once more as a file.
 * Every channel ends with its task or its error. `isCurrent` turns false when the worker is replaced.
 */
export async function loadTasks(
  api: TasksApi,
  channels: readonly Channel[],
  bundles: readonly TaskBundle[],
  isCurrent: () => boolean,
): Promise<boolean> {
  const missing = channels.filter(({ task }) => !task);
  const jobs = jobsOf(missing, bundles).map((job) => async (): Promise<void> => {
    if (!isCurrent()) return;
    if (job.bundle) await loadBundle(api, job.bundle, job.channels, isCurrent);
    const left = job.channels.filter(({ task }) => !task);
    for (const channel of left) if (isCurrent()) await loadOne(api, channel, isCurrent);
  });
  await atMost(maxRequests, jobs);
  return missing.every(({ task }) => task !== null);
}

interface Job {
  readonly channels: readonly Channel[];
  readonly bundle?: TaskBundle;
}

function jobsOf(missing: readonly Channel[], bundles: readonly TaskBundle[]): Job[] {
  const byId = new Map(missing.map((channel) => [channel.id, channel]));
  const isBuiltIn = (id: string): boolean => byId.get(id)?.source.kind === 'builtIn';
  const wanted = bundles.filter(({ taskIds }) => taskIds.every(isBuiltIn));
  const jobOf = (bundle: TaskBundle): Job => ({
    bundle,
    channels: bundle.taskIds.map((id) => byId.get(id)!),
  });
  const whole = wanted.filter(({ taskIds }) => taskIds.length > 1).map(jobOf);
  const bundled = new Set(whole.flatMap(({ channels }) => channels));
  const single = missing.filter((channel) => !bundled.has(channel));
  const ownBundles = new Map(
    wanted.filter(({ taskIds }) => taskIds.length === 1).map((one) => [one.taskIds[0], one]),
  );
  const singleJob = (channel: Channel): Job => {
    const bundle = ownBundles.get(channel.id);
    return { channels: [channel], ...(bundle && { bundle }) };
  };
  return [...whole, ...single.map(singleJob)];
}

async function loadBundle(
  api: TasksApi,
  { url, bytes }: TaskBundle,
  channels: readonly Channel[],
  isCurrent: () => boolean,
): Promise<void> {
  const tasks = channels.flatMap(({ source }) => (source.kind === 'builtIn' ? [source] : []));
  const result = await untilSettled(show(channels), (report) =>
    api.loadBundle({ url, bytes, tasks }, report),
  );
  show(channels)(null);
  if (!isCurrent() || !result.ok) return;
  channels.forEach((channel, i) => settle(channel, result.value[i]!));
}

async function loadOne(api: TasksApi, channel: Channel, isCurrent: () => boolean): Promise<void> {
  channel.error = null;
  const { source } = channel;
  const result =
    source.kind === 'builtIn'
      ? await untilSettled(show([channel]), (report) => api.loadTask(source, report))
      : await loadOwn(api, channel, source);
  show([channel])(null);
  if (isCurrent()) settle(channel, result);
}

/** One of the tasks of own data, after a fresh start of the worker; a hub's lies in the browser's own files by now. */
async function loadOwn(
  api: TasksApi,
  channel: Channel,
  source: FileSource | HubSource,
): Promise<Result<TaskInfo>> {
  const showBytes = ({ readBytes, totalBytes }: ReadProgress): void =>
    show([channel])({ loadedBytes: readBytes, totalBytes });
  const result =
    source.kind === 'file'
      ? await api.loadFile(source)
      : await untilSettled(showBytes, (report) => api.loadHub(source, report));
  if (!result.ok) return result;
  const [first] = result.value;
  return { ok: true, value: result.value.find(({ id }) => id === channel.id) ?? first! };
}

function settle(channel: Channel, result: Result<TaskInfo>): void {
  if (result.ok) channel.task = result.value;
  channel.error = result.ok ? null : result.error;
}

const show =
  (channels: readonly Channel[]) =>
  (download: Download | null): void =>
    channels.forEach((channel) => (channel.download = download));

/** Runs all jobs, that many at a time. */
async function atMost(n: number, jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: n }, work));
}
