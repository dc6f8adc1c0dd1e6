/** ASCII `string.punctuation` of Python. */
const punctuation = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g;

/** What stands for it in Chinese and Japanese text: signs of CJK and full-width forms. */
const fullWidthPunctuation =
  /[\u3001-\u3003\u3008-\u3011\u3014-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;

export const withoutAsciiPunctuation = (text: string): string => text.replace(punctuation, '');

/**
 * Super-NaturalInstructions' answer normalisation: lower case, ASCII punctuation deleted, white space
 * collapsed; articles stay (Wang et al. 2022; the reference is Tk-Instruct's `compute_metrics.py`).
 * Beyond ASCII, where that rule says nothing: letters with marks are composed, full-width punctuation goes.
 */
export function normaliseAnswer(text: string): string {
  const plain = withoutAsciiPunctuation(text.normalize('NFC').toLowerCase());
  return collapseSpace(plain.replace(fullWidthPunctuation, ''));
}

export function collapseSpace(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}
