import type { Structure } from './measure.ts';

/** docs/structure.md: a table of what is counted, and before. */
export function structureReport(now: Structure, before: Structure | undefined): string {
  return `# Structure

Counted by \`npm run structure\` (\`tools/structure/\`), which reads imports, types included, and functions with the
TypeScript compiler; [structure.json](structure.json) has the same and names every place. A circle of files is a group in
which each imports each other, if only by way of a third; a circle of folders is one among the children of any folder.
Tests are no part of circles. AssemblyScript (\`*.as.ts\`) is left out: its unrolled loops are long on purpose. The files that an
addition touches are those of \`tests/structure/additions/touched.json\`, its own included, and that of its words
where the page names it; the tests there add one of each kind.
${before ? 'Before is commit 50a738a; its additions were counted by reading and by the commits that made such ones.' : ''}

| | before | now |
| --- | ---: | ---: |
${figures.map(([name, show]) => row([name, before ? show(before) : '', show(now)])).join('\n')}

| an addition of a … | files before | files now |
| --- | ---: | ---: |
${kindsOf(now, before)
  .map((kind) => row([wordsOf(kind), shown(before?.additions[kind]), shown(now.additions[kind])]))
  .join('\n')}

| room | files before | lines before | files | lines |
| --- | ---: | ---: | ---: | ---: |
${roomsOf(now, before)
  .map((room) => row([`\`${room}\``, ...sizeOf(before, room), ...sizeOf(now, room)]))
  .join('\n')}
`;
}

type Figure = readonly [name: string, show: (structure: Structure) => string];

const figures: readonly Figure[] = [
  ['circles of files', ({ fileCircles }) => `${fileCircles.length}`],
  ['circles of folders', ({ folderCircles }) => `${folderCircles.length}`],
  ['folders in them', ({ folderCircles }) => `${folderCircles.flat().length}`],
  ['longest function', ({ longestFunction: { lines, place } }) => `${lines} (\`${place}\`)`],
  ['functions over 60 lines', ({ functionsOver60 }) => `${functionsOver60.length}`],
  ['longest component', ({ longestComponent: { lines, place } }) => `${lines} (\`${place}\`)`],
  [
    'type assertions in 1,000 lines of `src` and `workers`',
    ({ castsPer1000 }) => `${castsPer1000}`,
  ],
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** 'curveKind' → 'curve kind' */
const wordsOf = (kind: string): string =>
  kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const shown = (count: number | undefined): string => (count === undefined ? '–' : `${count}`);

const kindsOf = (now: Structure, before: Structure | undefined): string[] => [
  ...new Set([...Object.keys(now.additions), ...Object.keys(before?.additions ?? {})]),
];

const roomsOf = (now: Structure, before: Structure | undefined): string[] =>
  [...new Set([...Object.keys(before?.rooms ?? {}), ...Object.keys(now.rooms)])].sort();

function sizeOf(structure: Structure | undefined, room: string): [files: string, lines: string] {
  const size = structure?.rooms[room];
  return size ? [`${size.files}`, size.lines.toLocaleString('en')] : ['–', '–'];
}
