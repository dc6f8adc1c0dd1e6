/** ASCII `string.punctuation` of Python. */
const punctuation = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g;

/**
 * Super-NaturalInstructions' answer normalisation: lower case, ASCII punctuation deleted, white space
 * collapsed; articles stay (Wang et al. 2022; the reference is Tk-Instruct's `compute_metrics.py`).
 */
export function normaliseAnswer(text: string): string {
  return collapseSpace(text.toLowerCase().replace(punctuation, ''));
}

export function collapseSpace(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}
