/**
 * Answers are marked where they are written, so that practice can count the loss on them alone
 * (practice.py): what can be known from the text. The marks are private-use characters; no document of
 * the corpus keeps them.
 */
const [open, close] = ['\uE000', '\uE001'];

export const answer = (text: string): string => `${open}${text}${close}`;

export const withoutMarks = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

/** Starts and ends of the answers in the text without its marks. */
export function answerSpans(marked: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  let length = 0;
  let start = 0;
  for (const char of marked.split('')) {
    if (char === open) start = length;
    else if (char === close) spans.push([start, length]);
    else length++;
  }
  return spans;
}
