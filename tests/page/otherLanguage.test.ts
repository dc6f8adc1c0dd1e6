// First, while there is no document, which it would take for a browser.
import 'bits-ui';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { modelNames } from '../../src/core/models.ts';
import { ownCluster } from '../../src/core/tasks/ownCluster.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { english, type Language } from '../../src/page/i18n/languages.ts';
import { spoken } from '../../src/page/i18n/spoken.svelte.ts';
import { changedTexts } from './changedTexts.ts';

/** English in letters that no code is written in, numbers as in Chinese. */
const toy: Language = {
  tag: 'zh',
  name: 'toy',
  texts: changedTexts(en, (text) =>
    text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)),
  ),
};

beforeAll(async () => {
  vi.stubGlobal('document', {
    documentElement: { lang: 'en' },
    baseURI: 'http://localhost/',
  });
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', {});
  const { desk } = await import('../../src/page/state/app.ts');
  for (const id of ['1', '2']) {
    const source = { kind: 'file', fileName: `${id}.json`, file: new Blob() } as const;
    desk.add({ id, name: id, cluster: ownCluster, metric: 'exactMatch', size: 3, source });
  }
}, 60_000);

afterAll(() => {
  spoken.speak(english);
  vi.unstubAllGlobals();
});

/** Models and sizes of the bench go by their names; a prompt is shown as the model reads it. */
const untranslated: ReadonlySet<string> = new Set([
  ...modelNames,
  ...Object.keys(en.bench.shapes),
  'Input: \nOutput:',
]);

const shown = /\s(?:aria-label|aria-valuetext|title|placeholder|alt)="([^"]*)"/g;

/** What a visitor reads or hears: texts between tags, and attributes that are shown. */
function readIn(html: string): string[] {
  const attributes = [...html.matchAll(shown)].map(([, text]) => text!);
  const between = html.replace(/<!--.*?-->/gs, '').split(/<[^>]*>/);
  return [...between, ...attributes].map((text) => text.trim()).filter((text) => text !== '');
}

const views: Readonly<Record<string, () => Promise<{ readonly default: Component }>>> = {
  header: () => import('../../src/page/shell/Header.svelte'),
  'side tabs': () => import('../../src/page/views/Desk/SideTabs.svelte'),
  strips: () => import('../../src/page/views/Desk/DeskPanel.svelte'),
  curves: () => import('../../src/page/views/Desk/Curves.svelte'),
  'next batch': () => import('../../src/page/views/Desk/nextBatch/NextBatch.svelte'),
  'try it': () => import('../../src/page/views/Desk/tryIt/TryIt.svelte'),
  data: () => import('../../src/page/views/Data/DataView.svelte'),
  engine: () => import('../../src/page/views/Engine/EngineView.svelte'),
};

test.each(Object.keys(views))(
  'in another language the view %s has no English left',
  async (view) => {
    const { default: component } = await views[view]!();
    const inEnglish = readIn(render(component).body).filter((text) => /[A-Za-z]/.test(text));
    expect(inEnglish.length).toBeGreaterThan(4);
    spoken.speak(toy);
    const left = readIn(render(component).body).filter((text) => /[A-Za-z]/.test(text));
    spoken.speak(english);
    expect(left.filter((text) => !untranslated.has(text))).toEqual([]);
  },
);
