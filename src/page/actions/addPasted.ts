import type { App } from '../state/createApp.ts';
import { addFiles } from './addFiles.ts';

const pastedName = 'pasted';

/** Text from elsewhere, as a file would be read: what it holds decides. Each paste is a task of its own. */
export async function addPasted(app: App, text: string): Promise<void> {
  await addFiles(app, [new File([text], freeName(app))]);
}

function freeName({ library }: App): string {
  const taken = library.tasks.flatMap(({ source }) =>
    source.kind === 'file' ? [source.fileName] : [],
  );
  let name = pastedName;
  for (let n = 2; taken.includes(name); n++) name = `${pastedName} ${n}`;
  return name;
}
