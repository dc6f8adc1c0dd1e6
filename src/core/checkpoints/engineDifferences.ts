import type { NoteKey } from '../engineNote.ts';
import type { EngineDifference, EngineInfo } from '../protocol/index.ts';

/** An engine, and the version of Mixdesk that it ran in. */
export interface EngineThen {
  readonly app: string;
  readonly engine: EngineInfo;
}

/** Notes that tell which kernels run, and in which variant. */
const kernelNotes: ReadonlySet<NoteKey> = new Set([
  'kernelsForEmulated',
  'kernelsAsAsked',
  'kernelsMeasured',
  'halfPrecision',
  'noSimd',
  'kernelsFallBack',
  'gradientFallsBack',
]);

/** What is not the same: where it is nothing, the same run has the same bits on both. Threads of the CPU don't matter. */
export function engineDifferences(then: EngineThen, now: EngineThen): EngineDifference[] {
  const isOn = (key: 'backend' | 'precision'): boolean => then.engine[key] === now.engine[key];
  const isSameAdapter =
    now.engine.backend !== 'webgpu' || then.engine.adapter === now.engine.adapter;
  const same: Readonly<Record<EngineDifference, boolean>> = {
    app: then.app === now.app,
    backend: isOn('backend'),
    adapter: !isOn('backend') || isSameAdapter,
    precision: isOn('precision'),
    kernels: !isOn('backend') || kernelsOf(then.engine) === kernelsOf(now.engine),
  };
  return (Object.keys(same) as EngineDifference[]).filter((key) => !same[key]);
}

const kernelsOf = ({ notes }: EngineInfo): string =>
  JSON.stringify(notes.filter(({ key }) => kernelNotes.has(key)));
