import * as v from 'valibot';
import { AppError } from '../errors.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const schema = v.object({
  tasks: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      cluster: v.string(),
      metric: v.string(),
      file: v.pipe(v.string(), v.regex(/^[a-z0-9_-]+\.json$/)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      bytes: count,
      counts: v.object({ train: count, validation: count, test: count }),
      wordings: count,
      family: v.optional(v.boolean(), false),
      baselines: v.object({
        majority: v.number(),
        random: v.number(),
        copyInput: v.number(),
        copyDemonstration: v.number(),
        nearestNeighbour: v.number(),
      }),
    }),
  ),
});

/** `public/datasets/index.json`: what is built in, fetched only when its channel is used. */
export type DatasetIndex = v.InferOutput<typeof schema>;

/** Lists of tasks that the site serves, each beside its files: the built-in ones, and those that only presets have. */
export const taskListPaths = ['datasets/index.json', 'presets/tasks/index.json'] as const;

export function parseDatasetIndex(raw: unknown): DatasetIndex {
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const values = { key: v.getDotPath(issue) ?? '', cause: issue.message };
  throw new AppError('bad-file', 'badDatasetIndex', values);
}
