import type { Check } from './check.ts';
import { placedCases } from './parts.ts';

/** The cases are graded; a task with one grade tells nothing about what is hard. */
export const difficultyGrades: Check = ({ draws }) => {
  const grades = placedCases(draws).map(({ drawn }) => drawn.difficulty);
  const counts = [1, 2, 3].map((grade) => grades.filter((one) => one === grade).length);
  const shares = counts.map((count) => Math.round((100 * count) / grades.length));
  const used = counts.filter((count) => count > 0).length;
  return {
    violations: used >= 2 ? [] : ['every case has the same difficulty'],
    warnings: used === 2 ? ['two of the three grades of difficulty occur'] : [],
    figures: { difficulty: shares.join('/') },
  };
};
