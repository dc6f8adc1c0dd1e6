import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ErrorInfo } from '../../src/core/errors.ts';
import { ownCluster } from '../../src/core/tasks/ownCluster.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { errorWords } from '../../src/page/i18n/errorWords.ts';
import { formatLoss, formatRate, formatShare, formatWhole } from '../../src/page/i18n/format.ts';
import { english, type Language } from '../../src/page/i18n/languages.ts';
import { clusterName } from '../../src/page/i18n/names.ts';
import { spoken } from '../../src/page/i18n/spoken.svelte.ts';
import { t } from '../../src/page/i18n/texts.ts';
import { Channel } from '../../src/page/state/channel.svelte.ts';
import { LanguageChoice } from '../../src/page/state/languageChoice.svelte.ts';
import { changedTexts } from './changedTexts.ts';

/** As a second language would read: every text of the first one in brackets, numbers as in German. */
const toy: Language = {
  tag: 'de',
  name: 'Klammern',
  texts: {
    ...changedTexts(en, (text) => `[${text}]`),
    names: {
      tasks: { qa_who: 'Wer?' },
      clusters: { inference: 'Schließen', 'own data': 'eigene Daten' },
    },
  },
};

beforeEach(() => {
  globalThis.document = { documentElement: { lang: 'en' } } as Document;
});
afterEach(() => {
  spoken.speak(english);
  Reflect.deleteProperty(globalThis, 'document');
});

test('a second language is chosen while the page runs: texts, numbers, names and the document follow', () => {
  const language = new LanguageChoice([english, toy]);
  const channel = new Channel({
    id: 'qa_who',
    name: 'Who was it?',
    cluster: 'inference',
    metric: 'exactMatch',
    size: 1,
    source: { kind: 'builtIn', url: '', sha256: '', bytes: 1 },
  });
  expect([t.desk.title, channel.name, formatLoss(1.234)]).toEqual(['Desk', 'Who was it?', '1.234']);
  language.choose('de');
  expect(t.desk.title).toBe('[Desk]');
  expect(t.transport.left(90_000)).toBe('[1:30 left]');
  expect([channel.name, clusterName(channel.cluster)]).toEqual(['Wer?', 'Schließen']);
  expect([formatWhole(12_345), formatLoss(1.234)]).toEqual(['12.345', '1,234']);
  expect([formatShare(0.083), formatRate(0.002)]).toEqual(['8,3\u00a0%', '0,002']);
  expect(formatLoss(NaN)).toBe('[not a number]');
  expect(document.documentElement.lang).toBe('de');
});

test('an error from the worker is said in the language in use, settings by their labels', () => {
  const values = { setting: 'batchSize', got: '0', known: ['1', '2'] };
  const error: ErrorInfo = { code: 'bad-setting', key: 'unknownChoice', values };
  const { label } = en.settings.rows.batchSize;
  expect(errorWords(error).message).toBe(`${label}: got "0"`);
  new LanguageChoice([english, toy]).choose('de');
  expect(errorWords(error)).toEqual({
    message: `[[${label}]: got "0"]`,
    hint: '[Choose one of 1, 2.]',
  });
});

test('a language without texts is not chosen', () => {
  const language = new LanguageChoice([english, toy]);
  language.choose('xx');
  expect(language.current).toBe(english);
});

test('own data keep the name that their file gives, their cluster is worded', () => {
  new LanguageChoice([english, toy]).choose('de');
  const source = { kind: 'file', fileName: 'qa_who.json', file: new Blob() } as const;
  const listing = { id: 'qa_who', name: 'mine', cluster: ownCluster, metric: 'rougeL', size: 1 };
  const channel = new Channel({ ...listing, source });
  expect([channel.name, clusterName(channel.cluster)]).toEqual(['mine', 'eigene Daten']);
});
