import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../src/page/i18n/en/index.ts';

const text = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
const ofDocs = new Map(
  [...text.matchAll(/^\| ([a-z][a-z ]*?) +\| (.+?) +\|$/gm)].map(([, word, meaning]) => [
    word!,
    meaning!,
  ]),
);
const entries = Object.entries(en.glossary.words);
const spaced = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const shared = entries.filter(([key]) => ofDocs.has(spaced(key)));

/** What both glossaries must say of a word. A word that both have and that is not here fails. */
const facts: Readonly<Record<string, RegExp>> = {
  base: /before/,
  batch: /step/,
  bus: /fader/,
  channel: /task on the desk/i,
  cluster: /skill/,
  epoch: /training examples/,
  fader: /share|how much/,
  heldOut: /kept from training/i,
  instruction: /do|asked/,
  loss: /nats/,
  mixture: /all tasks/,
  mute: /still scored/,
  patience: /in a row may gain nothing/,
  rehearsal: /forget/,
  score: /100/,
  solo: /only|alone/i,
  step: /the (model|weights)/,
  task: /one job/i,
  tuned: /after/,
};

test('a word of both glossaries means the same in both', () => {
  expect(shared.map(([key]) => key).sort()).toEqual(Object.keys(facts).sort());
  for (const [key, { text: onPage }] of shared) {
    expect(onPage, key).toMatch(facts[key]!);
    expect(ofDocs.get(spaced(key)), key).toMatch(facts[key]!);
  }
});

test('each word is explained in two sentences, and none is explained by itself alone', () => {
  const sentences = (words: string): number => words.split(/[.:;]\s/).length;
  const off = entries.filter(([, entry]) => sentences(entry.text) < 2 || entry.text.length > 260);
  expect(off.map(([key]) => key)).toEqual([]);
  const names = entries.map(([, { name }]) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('the words that the page shows bare are in it', () => {
  const wanted = [
    ...['loss', 'validationLoss', 'score', 'chance', 'base', 'tuned', 'tokens', 'step', 'epoch'],
    ...['share', 'mixture', 'fader', 'bus', 'mute', 'solo', 'watched', 'heldOut', 'seed'],
    ...['learningRate', 'warmUp', 'temperature', 'greedy', 'nats', 'smoothing', 'exactMatch', 'f1'],
    ...['rougeL', 'chrF', 'adapter', 'wasm', 'webGPU', 'loRA', 'rehearsal', 'workedExample'],
    'wordDropout',
  ];
  expect(wanted.filter((word) => !(word in en.glossary.words))).toEqual([]);
});
