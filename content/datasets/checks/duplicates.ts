import { questionKey } from '../drawSplits.ts';
import type { Check } from './check.ts';
import { placedCases } from './parts.ts';

/** No question (input and what fills the wording) occurs twice, within or across the splits. */
export const duplicates: Check = ({ draws }) => {
  const seen = new Map<string, string>();
  const violations: string[] = [];
  for (const { place, drawn } of placedCases(draws)) {
    const key = questionKey(drawn);
    const first = seen.get(key);
    if (first) violations.push(`${place} asks the same as ${first}: "${drawn.input}"`);
    else seen.set(key, place);
  }
  return { violations };
};
