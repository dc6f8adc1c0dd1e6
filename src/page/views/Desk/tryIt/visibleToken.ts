/** White space that would vanish between quotes gets a sign. */
export const visibleToken = (text: string): string =>
  text.replaceAll('\n', '↵').replaceAll('\t', '⇥').replace(/^ /, '').replace(/^$/, '·');
