import type { OfficialSplit } from './readReport.ts';

/** The splits that a collection's own lists give to whole tasks (Super-NaturalInstructions: `splits/default`). */
export interface OfficialSplits<File> {
  /** Files without the lists, and without the tasks that these exclude. */
  readonly files: readonly File[];
  readonly splitOf: (file: File) => OfficialSplit | undefined;
  readonly excluded: readonly File[];
}

/** A file whose text can be had. */
export interface ReadableFile {
  readonly fileName: string;
  readonly text: () => Promise<string>;
}

const listName = /(?:^|[\\/])(train|test|excluded)_tasks\.txt$/;

/**
 * Takes the lists `train_tasks.txt`, `test_tasks.txt` and `excluded_tasks.txt` out of the files and reads what they say of the others: a name of a
 * task a line. Of several folders with such lists the one called `default` counts, else the first.
 */
export async function officialSplits<File extends ReadableFile>(
  files: readonly File[],
): Promise<OfficialSplits<File>> {
  const lists = files.filter(({ fileName }) => listName.test(fileName));
  const folders = [...new Set(lists.map(({ fileName }) => folderOf(fileName)))];
  const folder = folders.find((one) => /(?:^|[\\/])default[\\/]$/.test(one)) ?? folders[0];
  const listed = new Map<string, OfficialSplit | 'excluded'>();
  for (const file of lists.filter(({ fileName }) => folderOf(fileName) === folder)) {
    const [, split] = listName.exec(file.fileName) as unknown as [
      string,
      OfficialSplit | 'excluded',
    ];
    for (const line of (await file.text()).split(/\r?\n/)) listed.set(line.trim(), split);
  }
  const others = files.filter((file) => !lists.includes(file));
  const splitOf = ({ fileName }: File) => listed.get(taskNameIn(fileName));
  return {
    files: others.filter((file) => splitOf(file) !== 'excluded'),
    splitOf: (file) => {
      const split = splitOf(file);
      return split === 'excluded' ? undefined : split;
    },
    excluded: others.filter((file) => splitOf(file) === 'excluded'),
  };
}

const folderOf = (path: string): string => path.replace(/[^\\/]*$/, '');

const taskNameIn = (path: string): string =>
  path.replace(/^.*[\\/]/, '').replace(/\.json(?:\.gz)?$/i, '');
