import { isBesideData } from '../../core/tasks/isBesideData.ts';

/** All files that were dropped, those inside folders under their path. The items of a drop must be asked for before any waiting. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found = await Promise.all(entries.filter((entry) => entry !== null).map(filesOf));
  return found.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return path.includes('/') ? [new File([file], path, { type: file.type })] : [file];
  }
  if (!isFolder(entry)) return [];
  const inside = await allEntries(entry.createReader());
  const data = inside.filter(({ name }) => !isBesideData(name));
  const files = await Promise.all(data.map(filesOf));
  return files.flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives a folder in parts of a hundred; an empty part is the end. By name, so that a folder is always read alike. */
async function allEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...part);
  }
}
