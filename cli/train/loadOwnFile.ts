import type { JSHandle } from 'playwright';
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
  desk: MixdeskPage,
  { main: { fileName, path, mapping }, beside, officialSplit }: FileUnit<OwnFile>,
  progress: Progress,
): Promise<readonly TaskInfo[]> {
  const { page } = desk;
  const picker = await page.evaluateHandle(() =>
    Object.assign(document.createElement('input'), { type: 'file', multiple: true }),
  );
  try {
    await picker.setInputFiles([path, ...beside.map((one) => one.path)]);
    return await followReading(desk, fileName, progress, async (telling) =>
      unwrap(
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
      ),
    );
  } finally {
    await picker.dispose();
  }
}

/** Where the page leaves word of a reading. */
export type Telling = JSHandle<{ at: ReadProgress | null }>;

/** Says on the terminal how far a reading in the page is. */
export async function followReading<T>(
  { page }: MixdeskPage,
  name: string,
  progress: Progress,
  read: (telling: Telling) => Promise<T>,
): Promise<T> {
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
  const tell = ({ readBytes, totalBytes, rows }: ReadProgress): void =>
    progress.update(
      `read ${name}, MB`,
      megabytes(readBytes),
      megabytes(totalBytes),
      `${rows} rows`,
    );
  const telling: Telling = await page.evaluateHandle(() => ({ at: null as ReadProgress | null }));
  const look = (): void =>
    void telling.jsonValue().then(
      ({ at }) => at && tell(at),
      () => undefined,
    );
  const timer = setInterval(look, 1000);
  try {
    return await read(telling);
  } finally {
    clearInterval(timer);
    await telling.dispose();
  }
}
