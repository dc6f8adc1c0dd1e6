/**
 * `npm run formats`: reads every file of a folder (`../shared/data` unless another is named) through the door that own files take, and
 * writes docs/data-formats.json and docs/data-formats.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { argv, exit, stderr } from 'node:process';
import { format, resolveConfig } from 'prettier';
import { AppError } from '../src/core/errors.ts';
import { bytesContent } from '../src/core/tasks/readers/fileContent.ts';
import { readTaskFile } from '../src/core/tasks/readTaskFile.ts';
import type { Task } from '../src/core/tasks/task.ts';
import { reportSentences } from '../src/words/en/readReport.ts';
import { dataFilesIn } from './dataFilesIn.ts';
import { told } from './told.ts';

interface Row {
  readonly file: string;
  /** The reader's name; null for a file that is refused. */
  readonly format: string | null;
  readonly tasks: number;
  readonly instances: number;
  readonly wordings: number;
  /** Rows that were left out. */
  readonly leftOut: number;
  readonly told: string;
}

const folder = argv[2] ?? '../shared/data';
if (!existsSync(folder)) {
  stderr.write(`${folder} is not here: name a folder with data files.\n`);
  exit(1);
}

const instancesOf = ({ splits }: Task): number =>
  Object.values(splits).reduce((sum, split) => sum + split.length, 0);

async function rowOf(path: string): Promise<Row> {
  const file = relative(folder, path);
  try {
    const { tasks, report } = await readTaskFile(bytesContent(readFileSync(path), file), file);
    return {
      file,
      format: report.format,
      tasks: tasks.length,
      instances: tasks.reduce((sum, task) => sum + instancesOf(task), 0),
      wordings: tasks.reduce((sum, { wordings }) => sum + wordings.length, 0),
      leftOut: report.leftOut.reduce((sum, { count }) => sum + count, 0),
      told: reportSentences(report).slice(2).join(' '),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const none = { tasks: 0, instances: 0, wordings: 0, leftOut: 0 };
    const { key, values } = error.info;
    if (key === 'promptsWithoutRows') {
      return {
        file,
        format: 'promptsource',
        ...none,
        wordings: values.prompts,
        told: told(error.info),
      };
    }
    return { file, format: null, ...none, told: told(error.info) };
  }
}

const rows: Row[] = [];
for (const name of dataFilesIn(folder)) rows.push(await rowOf(name));

const cells = ({
  file,
  format: by,
  tasks,
  instances,
  wordings,
  leftOut,
  told: words,
}: Row): string =>
  `| \`${file}\` | ${by ?? 'refused'} | ${tasks} | ${instances} | ${wordings} | ${leftOut} | ${words.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
const readCount = rows.filter(({ format: by }) => by !== null).length;
const markdown = [
  '# Data formats, read',
  '',
  `Made by \`npm run formats\`: ${readCount} of ${rows.length} files are read.`,
  '',
  '| file | format | tasks | instances | wordings | left out | what was done |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...rows.map(cells),
  '',
].join('\n');
const write = async (path: string, text: string): Promise<void> =>
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
await write('docs/data-formats.json', JSON.stringify(rows));
await write('docs/data-formats.md', markdown);
stderr.write(`${readCount} of ${rows.length} files are read\n`);
