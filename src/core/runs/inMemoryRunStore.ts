import type { RunId, TrainEvent } from '../protocol/index.ts';
import { headOf } from './head.ts';
import { applyEvents, createRunRecord, type NewRun, type RunRecord } from './record.ts';
import type { RunStore } from './runStore.ts';

interface KeptRun {
  run: NewRun;
  readonly log: TrainEvent[];
  bytes: number;
}

/** Runs that last as long as the page. */
export function createInMemoryRunStore(): RunStore {
  const kept = new Map<RunId, KeptRun>();
  const need = (runId: RunId): KeptRun => {
    const run = kept.get(runId);
    if (run) return run;
    throw new RangeError(`runs: no run "${runId}"`);
  };
  return {
    heads: () => soon(() => [...kept.values()].map((one) => headOf(recordOf(one), one.bytes))),
    create: (run) =>
      soon(() => {
        if (kept.has(run.runId)) throw new RangeError(`runs: "${run.runId}" is there already`);
        kept.set(run.runId, { run, log: [], bytes: 0 });
      }),
    append: (runId, events) =>
      soon(() => {
        const one = need(runId);
        one.log.push(...events);
        one.bytes += JSON.stringify(events).length;
      }),
    rewind: (runId, events) =>
      soon(() => {
        const one = need(runId);
        one.log.splice(0, one.log.length, ...events);
        one.bytes = JSON.stringify(events).length;
      }),
    open: (runId) => soon(() => recordOf(need(runId))),
    rename: (runId, name) =>
      soon(() => {
        const one = need(runId);
        one.run = { ...one.run, name };
      }),
    remove: (runIds) =>
      soon(() => {
        runIds.forEach(need);
        for (const runId of runIds) kept.delete(runId);
      }),
  };
}

/** What the work gives or throws, as a promise. */
const soon = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));

const recordOf = ({ run, log }: KeptRun): RunRecord => applyEvents(createRunRecord(run), log);
