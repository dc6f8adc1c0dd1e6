import * as v from 'valibot';
import { AppError } from '../errors.ts';

const card = v.object({ instruction: v.string(), input: v.string(), output: v.string() });
const schema = v.record(v.string(), card);

/** What a task asks, and one worked example: enough to choose by, before the task itself is fetched. */
export type TaskCard = v.InferOutput<typeof card>;

/** `datasets/cards.json` by task id, which the build makes from the task files. @throws AppError 'bad-file'. */
export function parseTaskCards(raw: unknown): Readonly<Record<string, TaskCard>> {
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const values = { key: v.getDotPath(issue) ?? '', cause: issue.message };
  throw new AppError('bad-file', 'badTaskCards', values);
}
