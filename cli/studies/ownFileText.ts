import { noOpTask, ruleTask } from './instructionCountTask.ts';

/** The text of a task file that a study names by what makes it. */
export function ownFileText(maker: string): string {
  const [name, ...values] = maker.split('/');
  const [rules, examples] = values.map(Number);
  if (name === 'noOpTask') return noOpTask();
  if (name === 'ruleTask' && rules && examples) return ruleTask(rules, examples);
  throw new RangeError(`studies: nothing makes a task file "${maker}"`);
}
