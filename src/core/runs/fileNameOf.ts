/** A file's name from what a run, or anything else, is called: what a file system may refuse becomes a hyphen. */
export function fileNameOf(name: string, ending: string): string {
  const safe = name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `${safe === '' ? 'mixdesk' : safe}.${ending}`;
}
