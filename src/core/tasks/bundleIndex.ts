import * as v from 'valibot';
import { AppError } from '../errors.ts';

const schema = v.object({
  bundles: v.array(
    v.object({
      file: v.pipe(v.string(), v.regex(/^bundles\/[a-z0-9_-]+\.bundle$/)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
      tasks: v.array(v.string()),
    }),
  ),
});

/**
 * `datasets/bundles.json`, which the build writes beside the tasks: files that hold the tasks of a
 * cluster one after another, compressed together, and each task by itself. `bytes` is what travels.
 */
export type BundleIndex = v.InferOutput<typeof schema>;

/** @throws AppError 'bad-file'. */
export function parseBundleIndex(raw: unknown): BundleIndex {
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const values = { key: v.getDotPath(issue) ?? '', cause: issue.message };
  throw new AppError('bad-file', 'badBundleIndex', values);
}
