import type { ReadProgress, TaskInfo } from '../../src/core/protocol/index.ts';
import type { ColumnMapping } from '../../src/core/tasks/columnMapping.ts';
import type { FileUnit } from '../../src/core/tasks/fileUnits.ts';
import { unwrap, type MixdeskPage } from './mixdeskPage.ts';
import type { Progress } from './progress.ts';

/** A task file from the command line. */
export interface OwnFile {
  readonly fileName: string;
  readonly path: string;
  /** Which of its columns is what, where their names do not say it. */
  readonly mapping?: ColumnMapping;
}

/** All tasks of the file and those that it is read with; the browser reads them from the disk by itself, piece by piece. */
export async function loadOwnFile(
  { page }: MixdeskPage,
  { main: { fileName, path, mapping }, beside, officialSplit }: FileUnit<OwnFile>,
  progress: Progress,
): Promise<readonly TaskInfo[]> {
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
  const tell = (at: ReadProgress): void =>
    progress.update(
      `read ${fileName}, MB`,
      megabytes(at.readBytes),
      megabytes(at.totalBytes),
      `${at.rows} rows`,
    );
  const picker = await page.evaluateHandle(() =>
    Object.assign(document.createElement('input'), { type: 'file', multiple: true }),
  );
  const telling = await page.evaluateHandle(() => ({ at: null as ReadProgress | null }));
  try {
    await picker.setInputFiles([path, ...beside.map((one) => one.path)]);
    const timer = setInterval(
      () => void telling.jsonValue().then(({ at }) => at && tell(at), ignore),
      1000,
    );
    try {
      return unwrap(
        await page.evaluate(
          ({
            picker: input,
            telling: told,
            names: [name, ...others],
            mapping: columns,
            official,
          }) => {
            const [file, ...more] = input.files!;
            const how = {
              beside: more.map((one, i) => ({ fileName: others[i]!, file: one })),
              ...(columns && { mapping: columns }),
              ...(official && { officialSplit: official }),
            };
            return window.mixdesk.loadFile(name!, file!, (at) => (told.at = at), how);
          },
          {
            picker,
            telling,
            names: [fileName, ...beside.map((one) => one.fileName)],
            mapping,
            official: officialSplit,
          },
        ),
      );
    } finally {
      clearInterval(timer);
    }
  } finally {
    await Promise.all([picker.dispose(), telling.dispose()]);
  }
}

const ignore = (): void => undefined;
