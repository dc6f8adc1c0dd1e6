/**
 * Where files of bytes lie by their names: a browser's own storage, a folder, memory. A name is letters, digits,
 * `.`, `-`, `_` and `%`. Every method rejects where it could not do its work.
 */
export interface Shelf {
  /** Of all files, in any order. */
  names(): Promise<readonly string[]>;
  /** Makes the file, or puts these bytes in the place of what it held; settles once they are on the disk, all of them. */
  write(name: string, parts: readonly Uint8Array[]): Promise<void>;
  read(name: string): Promise<Uint8Array>;
  /** Of a file that is not there: nothing. */
  remove(name: string): Promise<void>;
  /** Does the work while no other page of this site does such work. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}
