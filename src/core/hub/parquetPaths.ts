import { isRecord } from '../tasks/rows/rowText.ts';

/** Which of a dataset's parts a Parquet file is of. */
export interface FilePart {
  readonly config: string;
  readonly split: string;
}

/** Parts by path, as the dataset's card says it, else by the names that the field gives files and folders. */
export function partsOf(paths: readonly string[], configs: unknown): ReadonlyMap<string, FilePart> {
  const rules = rulesOf(configs);
  const parts = new Map<string, FilePart>();
  for (const path of paths) {
    const rule = rules.find(({ pattern }) => pattern.test(path));
    if (rule) parts.set(path, { config: rule.config, split: rule.split });
  }
  // A card that names no Parquet file speaks of others.
  return parts.size > 0 ? parts : new Map(paths.map((path) => [path, partByName(path)]));
}

interface Rule extends FilePart {
  readonly pattern: RegExp;
}

function rulesOf(configs: unknown): Rule[] {
  if (!Array.isArray(configs)) return [];
  return configs.filter(isRecord).flatMap((entry) => {
    const { config_name: config = 'default', data_files: files } = entry;
    if (typeof config !== 'string') return [];
    const listed: unknown[] = Array.isArray(files) ? files : [files];
    return listed.flatMap((file) => {
      const { split = 'train', path } = isRecord(file) ? file : { path: file };
      const patterns: unknown[] = Array.isArray(path) ? path : [path];
      return patterns
        .filter((pattern) => typeof pattern === 'string')
        .map((pattern) => ({ config, split: String(split), pattern: globOf(pattern) }));
    });
  });
}

/** `data/train-*` as a pattern: a star stays within a folder, two don't. */
function globOf(glob: string): RegExp {
  const escaped = glob.replace(/^\.\//, '').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const pattern = escaped.replace(/\*\*\/?|\*|\?/g, (star) =>
    star.startsWith('**') ? '.*' : star === '*' ? '[^/]*' : '[^/]',
  );
  return new RegExp(`^${pattern}$`);
}

const shard = /^(.+?)-\d{5}-of-\d{5}/;

/** `config/split/0000.parquet` of a converted dataset, `data/train-00000-of-00002.parquet`, `train.parquet`. */
function partByName(path: string): FilePart {
  const folders = path.split('/');
  const base = folders.pop()!.replace(/\.parquet$/, '');
  const isNumbered = /^\d+$/.test(base) && folders.length > 0;
  const named = isNumbered ? folders.pop()! : (shard.exec(base)?.[1] ?? base);
  const split = named.replace(/^partial-/, '');
  const config = folders.filter((folder) => folder !== 'data').join('-');
  return { config: config === '' ? 'default' : config, split };
}
