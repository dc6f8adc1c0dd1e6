import { ruleOf } from '../drawSplits.ts';
import type { Check, Checked } from './check.ts';
import { placedCases } from './parts.ts';

const minRuleShare = 0.5;
const names = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

/** Every `{name}` of a wording is filled by every case; a family's rules in the test are new ones. */
export const slotFilling: Check = (checked) => {
  const violations = unfilled(checked);
  const { source, draws } = checked;
  if (!source.isFamily) return { violations };
  const trained = new Set(draws.splits.train.map(ruleOf));
  const known = [...draws.splits.test, ...draws.exam].filter((one) => trained.has(ruleOf(one)));
  if (known.length > 0) violations.push(`${known.length} rules of the test occur in training`);
  const isPoor = trained.size < minRuleShare * draws.splits.train.length;
  const warnings = isPoor ? [`only ${trained.size} different rules in training`] : [];
  return { violations, warnings, figures: { rules: trained.size } };
};

function unfilled({ source, draws }: Checked): string[] {
  const texts = [
    source.definition,
    source.definitionZh,
    ...source.wordings.map(({ text }) => text),
  ];
  const wanted = [...new Set(texts.flatMap(names))];
  return placedCases(draws).flatMap(({ place, drawn }) =>
    wanted
      .filter((name) => !drawn.slots?.[name])
      .map((name) => `${place}: nothing fills {${name}} of the wordings`),
  );
}
