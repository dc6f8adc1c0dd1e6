import type { Check } from './check.ts';
import { placedCases } from './parts.ts';

/** A generator's slip: an empty text, a space too many, a value that is none, a template's sign. */
const slip = /^$|^\s|\s$|undefined|\bNaN\b| {2}|\$\{|\bnull\b/;
const programSlip = /^$|^\s|\s$|undefined|\bNaN\b|\$\{/;

/** Inputs and outputs are filled in; explanations are whole sentences. */
export const cleanTexts: Check = ({ source, draws, task }) => {
  const isSlip = source.cluster === 'code' ? programSlip : slip;
  const violations = placedCases(draws).flatMap(({ place, drawn }) =>
    [drawn.input, drawn.output, ...(drawn.others ?? []), ...Object.values(drawn.slots ?? {})]
      .filter((text) => isSlip.test(text))
      .map((text) => `${place}: ${JSON.stringify(text)}`),
  );
  const { positiveExamples, negativeExamples } = task;
  for (const { explanation } of [...positiveExamples, ...negativeExamples]) {
    if (!/^[A-Z0-9"'“].*[.!?]["”]?$/su.test(explanation)) {
      violations.push(`an explanation is no sentence: "${explanation}"`);
    }
  }
  return { violations };
};
