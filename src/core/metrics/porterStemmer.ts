/**
 * The Porter stemmer (Porter 1980, "An algorithm for suffix stripping") with the departures of NLTK's
 * default mode, which `rouge_score` uses: a pool of irregular forms, `ies`/`ied` in words of four
 * letters, `y` → `i` only after a consonant inside the word, and a few more endings in step 2.
 */
export function porterStem(word: string): string {
  const lower = word.toLowerCase();
  const irregular = irregularStems.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower.length <= 2) return lower;
  return [step1a, step1b, step1c, step2, step3, step4, step5a, step5b].reduce(
    (stem, step) => step(stem),
    lower,
  );
}

const irregularStems: ReadonlyMap<string, string> = new Map([
  ['sky', 'sky'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['innings', 'inning'],
  ['inning', 'inning'],
  ['outings', 'outing'],
  ['outing', 'outing'],
  ['cannings', 'canning'],
  ['canning', 'canning'],
  ['howe', 'howe'],
  ['proceed', 'proceed'],
  ['exceed', 'exceed'],
  ['succeed', 'succeed'],
]);

function isConsonant(word: string, i: number): boolean {
  const letter = word[i]!;
  if ('aeiou'.includes(letter)) return false;
  return letter !== 'y' || i === 0 || !isConsonant(word, i - 1);
}

/** m: how many times vowels are followed by consonants. */
function measure(stem: string): number {
  let m = 0;
  for (let i = 1; i < stem.length; i++) {
    if (!isConsonant(stem, i - 1) && isConsonant(stem, i)) m++;
  }
  return m;
}

const hasVowel = (stem: string): boolean => [...stem].some((_, i) => !isConsonant(stem, i));

const endsDouble = (word: string): boolean =>
  word.length >= 2 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);

/** *o: consonant, vowel, consonant other than w, x, y; or a two-letter vowel–consonant word. */
function endsCvc(word: string): boolean {
  const n = word.length;
  if (n === 2) return !isConsonant(word, 0) && isConsonant(word, 1);
  return (
    n >= 3 &&
    isConsonant(word, n - 3) &&
    !isConsonant(word, n - 2) &&
    isConsonant(word, n - 1) &&
    !'wxy'.includes(word[n - 1]!)
  );
}

/** [suffix, replacement, condition on the stem]; the first suffix that fits decides. */
type Rule = readonly [string, string, (stem: string) => boolean];

function applyFirst(word: string, rules: readonly Rule[]): string {
  for (const [suffix, replacement, condition] of rules) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, word.length - suffix.length);
    return condition(stem) ? stem + replacement : word;
  }
  return word;
}

const always = () => true;
const measured = (stem: string) => measure(stem) > 0;
const longMeasured = (stem: string) => measure(stem) > 1;

function step1a(word: string): string {
  if (word.endsWith('ies') && word.length === 4) return word.slice(0, -1);
  return applyFirst(word, [
    ['sses', 'ss', always],
    ['ies', 'i', always],
    ['ss', 'ss', always],
    ['s', '', always],
  ]);
}

function step1b(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith('eed')) return applyFirst(word, [['eed', 'ee', measured]]);
  const suffix = ['ed', 'ing'].find((one) => word.endsWith(one));
  const stem = suffix ? word.slice(0, -suffix.length) : '';
  if (!suffix || !hasVowel(stem)) return word;
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem)) return 'lsz'.includes(stem.at(-1)!) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsCvc(stem) ? `${stem}e` : stem;
}

function step1c(word: string): string {
  return applyFirst(word, [
    ['y', 'i', (stem) => stem.length > 1 && isConsonant(stem, stem.length - 1)],
  ]);
}

const step2Rules: readonly Rule[] = [
  ['ational', 'ate', measured],
  ['tional', 'tion', measured],
  ['enci', 'ence', measured],
  ['anci', 'ance', measured],
  ['izer', 'ize', measured],
  ['bli', 'ble', measured],
  ['entli', 'ent', measured],
  ['eli', 'e', measured],
  ['ousli', 'ous', measured],
  ['ization', 'ize', measured],
  ['ation', 'ate', measured],
  ['ator', 'ate', measured],
  ['alism', 'al', measured],
  ['iveness', 'ive', measured],
  ['fulness', 'ful', measured],
  ['ousness', 'ous', measured],
  ['aliti', 'al', measured],
  ['iviti', 'ive', measured],
  ['biliti', 'ble', measured],
  ['fulli', 'ful', measured],
  // The condition counts the l of "logi" into the stem.
  ['logi', 'log', (stem) => measured(`${stem}l`)],
];

function step2(word: string): string {
  if (word.endsWith('alli') && measured(word.slice(0, -4))) return step2(word.slice(0, -2));
  return applyFirst(word, step2Rules);
}

function step3(word: string): string {
  return applyFirst(word, [
    ['icate', 'ic', measured],
    ['ative', '', measured],
    ['alize', 'al', measured],
    ['iciti', 'ic', measured],
    ['ical', 'ic', measured],
    ['ful', '', measured],
    ['ness', '', measured],
  ]);
}

const step4Suffixes =
  'al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize'.split(' ');

function step4(word: string): string {
  const rules = step4Suffixes.map((suffix): Rule => {
    const extra = suffix === 'ion' ? (stem: string) => /[st]$/.test(stem) : always;
    return [suffix, '', (stem) => longMeasured(stem) && extra(stem)];
  });
  return applyFirst(word, rules);
}

function step5a(word: string): string {
  return applyFirst(word, [
    ['e', '', (stem) => measure(stem) > 1 || (measure(stem) === 1 && !endsCvc(stem))],
  ]);
}

function step5b(word: string): string {
  return applyFirst(word, [['ll', 'l', (stem) => measure(`${stem}l`) > 1]]);
}
