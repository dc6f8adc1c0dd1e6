/** mteval-v13a's rules for Western languages, in their order: signs apart, but not inside numbers and words. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/([{-~[-` -&(-+:-@/])/g, ' $1 '],
  [/([^0-9])([.,])/g, '$1 $2 '],
  [/([.,])([^0-9])/g, ' $1 $2'],
  [/([0-9])(-)/g, '$1 $2 '],
];

const entities: readonly (readonly [string, string])[] = [
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
];

const words = (line: string): string[] =>
  rules
    .reduce((text, [rule, apart]) => text.replace(rule, apart), line)
    .split(/\s+/)
    .filter(Boolean);

/** Tokens as sacreBLEU's `13a` finds them (which follow mteval-v13a.pl of WMT). */
export function tokens13a(text: string): string[] {
  const line = text.replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ');
  const plain = entities.reduce((rest, [entity, sign]) => rest.replaceAll(entity, sign), line);
  return words(` ${plain} `);
}

/**
 * What sacreBLEU's `zh` sets apart: Han signs, kana radicals, full-width forms. Its bounds beyond the first
 * plane are four digits and a letter to Python, so that U+2001–U+2A6D (dashes, curly quotes) counts and rare
 * Han signs do not; scores can be compared only if ours do the same.
 */
const chineseSigns =
  /[\u2001-\u2a6d\u2e80-\u2fdf\u2ff0-\u303f\u3100-\u312f\u31a0-\u31ef\u3200-\u4db5\u4e00-\u9fbb\uf900-\ufa2d\ufa30-\ufa6a\ufa70-\ufad9\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]/g;

/** Tokens as sacreBLEU's `zh` finds them: one for each Chinese sign, the rest by the rules of `13a`. */
export const tokensZh = (text: string): string[] =>
  words(text.trim().replace(chineseSigns, ' $& '));
