import type { TaskReader } from './reader.ts';

const isPairList = String.raw`\[\s*[[(]\s*(?:[rbu]?["'])`;
/** `PATTERNS = { "rte": [("{premise} …", "{answer}"), …`, or the same as JSON, or one list of pairs. */
const beginning = new RegExp(
  String.raw`(?:^|\n)\s*(?:\w+\s*=\s*)?(?:\{\s*["'][^"'\n]{1,80}["']\s*:\s*)?${isPairList}`,
);

/** Patterns of FLAN (Wei et al. 2022; Longpre et al. 2023), applied to rows of data from the files beside theirs. */
export const flanTemplates: TaskReader = {
  name: 'flanTemplates',
  endings: ['.py'],
  readsBeside: true,
  recognises: ({ text }) => (beginning.test(text) && /\{\w+\}/.test(text) ? 0.95 : 0),
  async read(content, fileName) {
    const { readPatterns } = await import('./readPatterns.ts');
    return readPatterns(content, fileName);
  },
};
