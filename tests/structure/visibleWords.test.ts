import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/page/i18n/en/index.ts';
import { sourceFiles } from '../../tools/structure/sourceFiles.ts';
import { visibleWords } from '../../tools/structure/visibleWords.ts';
import { projectRoot } from './projectFiles.ts';

const sources = sourceFiles(projectRoot)
  .map(({ path }) => path)
  .filter((path) => path.startsWith('src/page/') && !path.startsWith('src/page/i18n/en/'))
  .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));

const key = 'a key of the keyboard, as events name it';
/** What looks like words and is for no visitor. */
const exceptions: Readonly<Record<string, string>> = {
  ArrowDown: key,
  ArrowLeft: key,
  ArrowRight: key,
  ArrowUp: key,
  End: key,
  Enter: key,
  Backspace: key,
  Delete: key,
  Escape: key,
  Home: key,
  PageDown: key,
  PageUp: key,
  Space: key,
  QuotaExceededError: 'an error, as the browser names it',
  Files: 'what a drag carries, as the browser names it',
  'No service worker, so no WebAssembly threads:': 'for the console',
  '(prefers-color-scheme: dark)': 'a media query',
  '(prefers-contrast: more)': 'a media query',
  '(forced-colors: active)': 'a media query',
  'forced-colors: active': 'a media query',
  'input, textarea, select, [role="radio"], [role^="menu"], [contenteditable], [role$="dialog"]':
    'a selector',
  'button, a, summary, [role="tab"]': 'a selector',
};

describe('the page', () => {
  const found = sources
    .filter(({ path }) => !path.startsWith('src/page/i18n/'))
    .flatMap((source) => visibleWords(source).map((word) => ({ path: source.path, word })));

  test('no sentence and no label stands outside its texts', () => {
    expect(found.filter(({ word }) => !Object.hasOwn(exceptions, word))).toEqual([]);
  });

  test('every exception is still one', () => {
    const words = new Set(found.map(({ word }) => word));
    expect(Object.keys(exceptions).filter((word) => !words.has(word))).toEqual([]);
  });

  test('every text is read somewhere', () => {
    const read = sources.flatMap(({ text }) =>
      [...text.matchAll(/(?:(?<!\w|(?<!\.\.)\.)t|language\.texts)\.(\w+(?:\s*\.\s*\w+)*)/g)].map(
        ([, path]) => path!.replace(/\s/g, ''),
      ),
    );
    const within = (path: string, whole: string): boolean => `${path}.`.startsWith(`${whole}.`);
    const isRead = (path: string): boolean =>
      read.some((one) => within(path, one) || within(one, path));
    expect(pathsOf(en).filter((path) => !isRead(path))).toEqual([]);
    const byKey = ['engineNotes', 'errors', 'headline', 'metrics', 'theme'];
    expect(read.filter((path) => path in en && !byKey.includes(path))).toEqual([]);
  });
});

function pathsOf(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? pathsOf(value).map((path) => `${key}.${path}`)
      : [key],
  );
}

describe('how words are found', () => {
  const component = (text: string): string[] => visibleWords({ path: 'A.svelte', text });
  const module = (text: string): string[] => visibleWords({ path: 'a.ts', text });

  test('in markup, in what is read aloud, and in an expression that is shown', () => {
    expect(component('<p>loss</p>')).toEqual(['loss']);
    expect(component('<button aria-label="close">×</button>')).toEqual(['close']);
    expect(component("<Field label={isOn ? 'on' : `${n} of`} />")).toEqual(['on', 'of']);
    expect(component("{#if a === 'b'}{c ?? 'none'}{:else}<i>no</i>{/if}")).toEqual(['none', 'no']);
    expect(component('{#each a as b (b.c)}<i>one</i>{:else}empty{/each}')).toEqual([
      'one',
      'empty',
    ]);
    expect(component('{#snippet s(a)}<i title="x">{a}</i>{/snippet}')).toEqual(['x']);
  });

  test('in a script what looks like words', () => {
    expect(module("const a = { b: 'Not now', c: 'not now', d: `${e} of them` };")).toHaveLength(3);
    expect(module("export const label: string = 'Loss';")).toEqual(['Loss']);
    expect(module("notices.done('它完成了');")).toEqual(['它完成了']);
    expect(module("say('Now' as string)")).toEqual(['Now']);
  });

  test('names in code, types, imports and faults of the program are none', () => {
    expect(component('<p class="Big one" id="Top">{t.desk.title} 3 ×</p>')).toEqual([]);
    expect(component("<p aria-hidden={a === 'Big one'}></p>")).toEqual(['Big one']);
    expect(module("import a from './The file.ts'; type B = 'One two';")).toEqual([]);
    expect(module("if (a) throw new Error('This cannot be');")).toEqual([]);
    expect(module("const a = b === 'trainLoss' ? 'validation-loss' : 'x';")).toEqual([]);
  });
});
