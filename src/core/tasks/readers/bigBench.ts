import { AppError } from '../../errors.ts';
import { parseJson } from '../parseJson.ts';
import { RowCollector } from '../rows/rowCollector.ts';
import { isRecord, shortJson } from '../rows/rowText.ts';
import { bookOf } from './bookOf.ts';
import type { TaskReader } from './reader.ts';

/**
 * A task of BIG-bench (Srivastava et al. 2022) or BIG-Bench Hard (Suzgun et al. 2022): `examples` of `input` and `target`, or of
 * `target_scores`, whose best are the right answers and all of which are the options.
 */
export const bigBench: TaskReader = {
  name: 'bigBench',
  endings: ['.json'],
  recognises: ({ text }) =>
    /^\s*\{/.test(text) && /"examples"\s*:/.test(text) && /"target(?:_scores)?"\s*:/.test(text)
      ? 0.9
      : 0,
  async read(content, fileName, how) {
    const { encoding } = await content.head();
    const file = parseJson(await content.text(), fileName);
    const examples = isRecord(file) ? file['examples'] : undefined;
    if (!isRecord(file) || !Array.isArray(examples)) {
      const values = {
        fileName,
        key: 'examples',
        got: shortJson(examples),
        wanted: 'list',
      } as const;
      throw new AppError('bad-file', 'badKey', values);
    }
    const rows = new RowCollector(fileName, how);
    examples.forEach((example, i) => rows.take(asRow(example), { unit: 'row', at: i + 1 }));
    const { task_prefix: prefix, description, name } = file;
    const definition = [prefix, description].find((one) => typeof one === 'string' && one.trim());
    const head = {
      fileName,
      ...(typeof name === 'string' && name !== '' && { name }),
      ...(typeof definition === 'string' && { definition: definition.trim() }),
    };
    return bookOf(rows, head, { format: 'bigBench', encoding });
  },
};

function asRow(example: unknown): unknown {
  if (!isRecord(example) || !isRecord(example['target_scores'])) return example;
  const { target_scores: scores, ...rest } = example;
  const options = Object.keys(scores);
  const values = Object.values(scores as object).map(Number);
  const target = options.filter((_, i) => values[i] === Math.max(...values));
  return { ...rest, target: options.length > 0 ? target : '', options };
}
