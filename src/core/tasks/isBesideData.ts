/** Whether a file's name is of what stands beside data in the folders of collections, and is none. */
export const isBesideData = (name: string): boolean =>
  /^(?:\.|LICENSE|README|CITATION)/i.test(name);
