import { showScore } from '../train/showScore.ts';
import type { PresetRun } from './presetRun.ts';

/** Where docs/first-minute.md has what this command writes. */
export const marks = [
  '<!-- Written by npm run presets from docs/results/presets.json. -->',
  '<!-- End of what is written. -->',
] as const;

/** A table of presets, a line each, over their seeds; those that have not been run yet are left out. */
export function presetTable(runs: readonly PresetRun[], ids: readonly string[]): string {
  const lines = ids.flatMap((id) => {
    const own = runs.filter(({ preset }) => preset === id);
    return own.length > 0 ? [line(id, own)] : [];
  });
  return [
    '| preset | seconds | base, mean | after, mean | base, worst task | after, worst task | watched, base → after | seeds |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

function line(id: string, runs: readonly PresetRun[]): string {
  const watched =
    runs[0]!.watched === null
      ? '–'
      : `${range(runs.map((run) => run.baseWatched ?? 0))} → ${range(runs.map((run) => run.watched ?? 0))}`;
  const cells = [
    id,
    range(runs.map(({ seconds }) => seconds)),
    range(runs.map(({ baseMacro }) => baseMacro)),
    range(runs.map(({ macro }) => macro)),
    range(runs.map(({ baseWorst }) => baseWorst)),
    range(runs.map(({ worst }) => worst)),
    watched,
    String(runs.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** '96.0 to 96.9', or the one value that all have. */
function range(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? showScore(low) : `${showScore(low)} to ${showScore(high)}`;
}
