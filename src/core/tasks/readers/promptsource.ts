import type { TaskReader } from './reader.ts';

/**
 * Prompts of promptsource (Bach et al. 2022): Jinja templates in YAML, applied to rows of data from the files beside theirs. What reads them is fetched
 * when it is wanted.
 */
export const promptsource: TaskReader = {
  name: 'promptsource',
  endings: ['.yaml', '.yml'],
  readsBeside: true,
  recognises: ({ text }) =>
    /^templates\s*:/m.test(text) && /!Template\b|^\s+jinja\s*:/m.test(text) ? 1 : 0,
  async read(content, fileName) {
    const { readPrompts } = await import('./readPrompts.ts');
    return readPrompts(content, fileName);
  },
};
