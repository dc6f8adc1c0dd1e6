import { normaliseAnswer } from './normalise.ts';
import { asciiShare } from './script.ts';

/** Share of the answers that must be of a kind for the task to be of it. */
const most = 0.8;
/** Of letters and digits: with fewer that are a–z or 0–9 the plain ROUGE-L misses too much of an answer. */
const mostlyAscii = 0.8;
/** A closed set has at most so many answers, each given at least so often on average, so long at most. */
const closed = { answers: 24, uses: 3, words: 4, signs: 32 };
/** Items of a list are short; longer ones are parts of a sentence. */
const maxItemWords = 3;

const isMost = (texts: readonly string[], is: (text: string) => boolean): boolean =>
  texts.filter(is).length >= most * texts.length;

/** -5, 3.14, 1,250.50 €, 40 %, 2/3, 12:30, and several of them. */
const isNumbers = (text: string): boolean =>
  /\p{N}/u.test(text) && /^[\p{N}\p{S}\p{P}\s]+$/u.test(text);

/** Nothing but signs: `<`, `#`, `||`. */
const isSigns = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** Line ends, calls, assignments and words that programs are made of. */
const code =
  /(?:^|\n)\s*(?:def |class |import |from \w+ import|return\b|print\(|for .*:$|if .*:$|(?:let|const|var) \w|#include|SELECT\b)|\w\([^)]*\)\s*(?:;|\{|$)|;\s*(?:\n|$)|=>|<\/?\w+>|^\s*\w+(?:\[.*\])? ?[-+*/]?= ?\S/m;

function isList(text: string): boolean {
  const items = text.split(/[,;、，；\n]/).map((item) => item.trim());
  return (
    items.length > 1 &&
    !/[.!?。！？]$/.test(text) &&
    items.every((item) => item !== '' && item.split(/\s+/).length <= maxItemWords)
  );
}

/** A list may have one item, if it could stand in the others and most have more. */
function areLists(texts: readonly string[]): boolean {
  const isShort = (text: string): boolean => text.split(/\s+/).length <= maxItemWords;
  return (
    texts.filter(isList).length >= texts.length / 2 &&
    texts.every((one) => isList(one) || isShort(one))
  );
}

function areClosedSet(texts: readonly string[], distinct: readonly string[]): boolean {
  return (
    distinct.length <= closed.answers &&
    texts.length >= closed.uses * distinct.length &&
    distinct.every((one) => one.length <= closed.signs && one.split(/\s+/).length <= closed.words)
  );
}

/** Two answers that differ are one once case and punctuation are gone, and not only by how a sentence ends. */
function areTakenForEachOther(distinct: readonly string[]): boolean {
  const asSaid = distinct.map((text) => text.toLowerCase().replace(/[.!?\s]+$/, ''));
  const different = new Set(asSaid).size;
  return (
    new Set(asSaid.map(normaliseAnswer)).size < different ||
    distinct.some((one) => normaliseAnswer(one) === '')
  );
}

/**
 * The metric that can see what these right answers say, for a task whose file names none. Numbers, signs and
 * code are compared as they are written; a closed set of short answers by exact match; lists of items as sets;
 * free text by ROUGE-L, with the tokens of all scripts where a–z is not what it is written in.
 * @param outputs right answers of the task, each as often as it is given
 */
export function suggestMetric(outputs: readonly string[]): string {
  const texts = outputs.map((one) => one.normalize('NFC').trim()).filter((one) => one !== '');
  const distinct = [...new Set(texts)];
  if (texts.length === 0) return 'rougeL';
  if (isMost(texts, (text) => isNumbers(text) || isSigns(text))) return 'strictMatch';
  if (isMost(texts, (text) => code.test(text))) return 'strictMatch';
  if (areClosedSet(texts, distinct)) {
    return areTakenForEachOther(distinct) ? 'strictMatch' : 'exactMatch';
  }
  if (areLists(texts)) return 'setF1';
  return asciiShare(texts) >= mostlyAscii ? 'rougeL' : 'rougeLCjk';
}

/** The usual metric if it can tell these answers apart, else what they suggest. */
export function metricThatSees(usual: 'exactMatch' | 'rougeL', outputs: readonly string[]): string {
  const suggested = suggestMetric(outputs);
  const isBlind =
    suggested === 'strictMatch' || (usual === 'rougeL' && asciiShare(outputs) < mostlyAscii);
  return isBlind ? suggested : usual;
}
