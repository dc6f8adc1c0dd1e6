import { laneReduction } from './laneReduction.ts';
import type { Reduction } from './laneReduction.ts';
import { mainHeader } from './mainHeader.ts';
import { u32 } from './program.ts';
import type { Program } from './program.ts';
import type { Recorder } from './recorder.ts';

interface RowWork extends Omit<Program, 'code' | 'groups' | 'enables'> {
  readonly rows: number;
  /** WGSL; sees `row`, `lane`, `lanes`, and the reductions it asks for. */
  readonly body: string;
  readonly reductions?: readonly Reduction[];
}

/**
 * Records work in which each workgroup has one row: its lanes stride over the columns, which keeps
 * their loads side by side, and meet only in the reductions.
 */
export function runRows(recorder: Recorder, work: RowWork): void {
  const { rowLanes: lanes, usesSubgroups } = recorder.variants;
  const { rows, body, reductions = [], ...program } = work;
  recorder.run({
    ...program,
    uniforms: { rows: u32(rows), ...work.uniforms },
    groups: rows,
    enables: usesSubgroups && reductions.length > 0 ? ['subgroups'] : [],
    code: () => `
const lanes = ${lanes}u;
${reductions.map((name) => laneReduction(name, lanes, usesSubgroups)).join('')}
${mainHeader(lanes)}
  let row = groupIndex;
  if (row >= params.rows) { return; }
${body}
}`,
  });
}
