import { splitNames } from '../../../src/core/tasks/task.ts';
import type { Case, TaskSource } from '../taskSource.ts';
import type { Check, Checked } from './check.ts';
import { partsOf } from './parts.ts';

/** How far the share of answers at one place of the option line may lie from even, in points. */
const maxPositionBias = 8;

/**
 * Labels are equally frequent in every split; options hold the answer, once, at no preferred place;
 * about half of the prompts show them.
 */
export const labelBalance: Check = (checked) => {
  const { source, draws } = checked;
  const violations = [...unevenLabels(checked), ...wrongOptions(source, draws.splits.train)];
  const bias = positionBias(checked);
  if (bias === undefined) return { violations };
  if (bias > maxPositionBias) {
    violations.push(
      `the answer's place among the options is off even by ${bias.toFixed(1)} points`,
    );
  }
  return {
    violations,
    figures: { position: Math.round(10 * bias) / 10, shown: shownShare(checked) },
  };
};

function unevenLabels({ source: { labels }, draws }: Checked): string[] {
  if (!labels) return [];
  return partsOf(draws).flatMap(([part, cases]) => {
    const counts = labels.map((label) => cases.filter(({ output }) => output === label).length);
    const others = cases.length - counts.reduce((sum, count) => sum + count, 0);
    const isEven = others === 0 && Math.max(...counts) - Math.min(...counts) <= 1;
    return isEven ? [] : [`${part}: labels ${labels.join('/')} occur ${counts.join('/')} times`];
  });
}

function wrongOptions({ labels }: TaskSource, cases: readonly Case[]): string[] {
  return cases.flatMap(({ output, options = labels }, index) => {
    if (!options) return [];
    const isSound = options.includes(output) && new Set(options).size === options.length;
    return isSound ? [] : [`train ${index}: options ${options.join(' / ')} for "${output}"`];
  });
}

/** Largest distance (points) of a place's share of answers from even, in prompts as they are read. */
function positionBias({ task }: Checked): number | undefined {
  const bySize = new Map<number, number[]>();
  for (const { outputs, options } of splitNames.flatMap((split) => task.splits[split])) {
    if (!options) continue;
    const counts = bySize.get(options.length) ?? options.map(() => 0);
    counts[options.indexOf(outputs[0]!)]! += 1;
    bySize.set(options.length, counts);
  }
  const biases = [...bySize].flatMap(([size, counts]) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    // Too few to tell bias from chance.
    return total < 500 ? [] : counts.map((count) => 100 * Math.abs(count / total - 1 / size));
  });
  return biases.length > 0 ? Math.max(...biases) : undefined;
}

function shownShare({ task }: Checked): number {
  const { train } = task.splits;
  const shown = train.filter(({ showsOptions }) => showsOptions).length;
  return Math.round((100 * shown) / train.length);
}
