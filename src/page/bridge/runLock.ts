import type { RunId } from '../../core/protocol/index.ts';

const prefix = 'mixdesk.run.';
/** Absent where the address is not secure. */
const locks = (): LockManager | undefined => navigator.locks;

/**
 * Does a run's work under its lock: other tabs see that somebody trains it, and a browser that saves energy leaves a hidden tab
 * alone that holds one.
 */
export async function underRunLock<T>(runId: RunId, work: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager ? await manager.request(`${prefix}${runId}`, work) : await work();
}

/** The runs that some tab trains at this moment. */
export async function runsOnTheirWay(): Promise<ReadonlySet<RunId>> {
  const { held = [] } = (await locks()?.query()) ?? {};
  const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(prefix));
  return new Set(names.map((name) => name.slice(prefix.length)));
}
