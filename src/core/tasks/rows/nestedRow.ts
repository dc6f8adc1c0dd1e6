import { AppError } from '../../errors.ts';
import { columnsOf } from './columns.ts';
import { plainRow } from './plainRow.ts';
import type { RowKind } from './rowKind.ts';
import { isRecord, shortJson } from './rowText.ts';

/**
 * One instruction with its instances in it (self-instruct's seed tasks, Wang et al. 2023), or with one worked example as in lists of
 * definitions of Super-NaturalInstructions.
 */
export const nestedRow: RowKind = {
  name: 'nestedRow',
  fits: ({ keyOf }) => keyOf.has('instances') && keyOf.has('instruction') && !keyOf.has('output'),
  read(row, { keyOf }, at) {
    const key = keyOf.get('instances')!;
    const found = row[key];
    const instances = isRecord(found) ? [found] : found;
    if (!Array.isArray(instances) || !instances.every(isRecord)) {
      throw new AppError('bad-file', 'rowNoInstances', { ...at, key, got: shortJson(instances) });
    }
    const instruction = row[keyOf.get('instruction')!];
    return instances.flatMap((one) => {
      const whole = { instruction, ...one };
      return plainRow.read(whole, columnsOf(Object.keys(whole)), at);
    });
  },
};
