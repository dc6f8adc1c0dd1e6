import { isRecord } from '../rows/rowText.ts';

/** Names of a column's numbers, by column: what `datasets` calls a `ClassLabel`. */
export type ClassLabels = ReadonlyMap<string, readonly string[]>;

interface KeyValue {
  readonly key: string;
  readonly value?: string;
}

/** From the description of the columns that the `datasets` library leaves in a Parquet file; none where it is not there. */
export function classLabels(notes: readonly KeyValue[] | undefined): ClassLabels {
  const labels = new Map<string, readonly string[]>();
  const text = notes?.find(({ key }) => key === 'huggingface')?.value;
  const features = within(within(parsed(text), 'info'), 'features');
  for (const [column, feature] of Object.entries(isRecord(features) ? features : {})) {
    const names = within(feature, 'names');
    const isLabel = within(feature, '_type') === 'ClassLabel' && Array.isArray(names);
    if (isLabel && names.every((name) => typeof name === 'string')) labels.set(column, names);
  }
  return labels;
}

/** The row with the names of its labels; a number that has none, as `-1` of a hidden test answer, is no answer. */
export function withLabels<Row extends Readonly<Record<string, unknown>>>(
  row: Row,
  labels: ClassLabels,
): Row {
  if (labels.size === 0) return row;
  const named = [...labels].flatMap(([column, names]) => {
    const value = row[column];
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    return isNumber ? [[column, names[Number(value)] ?? null]] : [];
  });
  return { ...row, ...(Object.fromEntries(named) as Partial<Row>) };
}

const within = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
