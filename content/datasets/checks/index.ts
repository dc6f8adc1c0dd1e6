import type { Check, Checked, Finding } from './check.ts';
import { cleanTexts } from './cleanTexts.ts';
import { contextLength } from './contextLength.ts';
import { difficultyGrades } from './difficultyGrades.ts';
import { duplicates } from './duplicates.ts';
import { labelBalance } from './labelBalance.ts';
import { sizes } from './sizes.ts';
import { slotFilling } from './slotFilling.ts';
import { solverAgreement } from './solverAgreement.ts';
import { testOnlyWords } from './testOnlyWords.ts';
import { vocabulary } from './vocabulary.ts';
import { withoutUnderstanding } from './withoutUnderstanding.ts';
import { wordingVariety } from './wordingVariety.ts';

/** Every check of one task by name: one file and one line here add one. */
export const checks: Readonly<Record<string, Check>> = {
  sizes,
  duplicates,
  cleanTexts,
  labelBalance,
  difficultyGrades,
  wordingVariety,
  slotFilling,
  solverAgreement,
  testOnlyWords,
  vocabulary,
  contextLength,
  withoutUnderstanding,
};

/** What all checks say about a task, in one finding; a violation begins with its check's name. */
export function runChecks(checked: Checked): Required<Finding> {
  const found = Object.entries(checks).map(([name, check]) => ({ name, ...check(checked) }));
  return {
    violations: found.flatMap((one) => one.violations.map((text) => `${one.name}: ${text}`)),
    warnings: found.flatMap(({ warnings = [] }) => warnings),
    figures: Object.assign(
      {},
      ...found.map(({ figures }) => figures),
    ) as Required<Finding>['figures'],
  };
}
