import { fillSlots } from '../../../src/core/render/fillSlots.ts';
import type { Checked, Finding } from './check.ts';

/** What the tasks must be together. */
export const togetherBounds = {
  fixedTasks: 70,
  clusters: 16,
  families: 8,
  trainingExamples: 90_000,
  familyInstructions: 5_000,
};

/** Checks of all tasks together: enough of everything. */
export function checkAllTogether(all: readonly Checked[]): Required<Omit<Finding, 'warnings'>> {
  const figures = togetherFigures(all);
  const violations = Object.entries(togetherBounds).flatMap(([name, least]) => {
    const got = figures[name as keyof typeof figures];
    return got >= least ? [] : [`${name}: ${got}; at least ${least}`];
  });
  return { violations, figures };
}

function togetherFigures(all: readonly Checked[]): Record<keyof typeof togetherBounds, number> {
  const fixed = all.filter(({ source }) => !source.isFamily);
  const families = all.filter(({ source }) => source.isFamily);
  return {
    fixedTasks: fixed.length,
    clusters: new Set(fixed.map(({ source }) => source.cluster)).size,
    families: families.length,
    trainingExamples: all.reduce((sum, { task }) => sum + task.splits.train.length, 0),
    familyInstructions: families.reduce((sum, one) => sum + instructionCount(one), 0),
  };
}

/** Different filled definitions in training. */
const instructionCount = ({ source, draws }: Checked): number =>
  new Set(draws.splits.train.map(({ slots }) => fillSlots(source.definition, slots))).size;
