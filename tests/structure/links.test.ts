import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, projectRoot } from './projectFiles.ts';

const outside = /^(?:[a-z][a-z+.-]*:|#)/i;

test('every relative link in a Markdown file leads to a file', () => {
  const broken = projectFiles('.md')
    .filter((path) => existsSync(join(projectRoot, path)))
    .flatMap((path) =>
      relativeLinks(readFileSync(join(projectRoot, path), 'utf8'))
        .filter((link) => !existsSync(join(projectRoot, dirname(path), link)))
        .map((link) => `${path}: ${link}`),
    );
  expect(broken).toEqual([]);
});

test('links are found in text and images, and code is left alone', () => {
  const text =
    'See [a](b.md#c), ![d](e.png "title").\n`[x](y)`\n```\n[p](q)\n```\n[w](https://w.org)';
  expect(relativeLinks(text)).toEqual(['b.md', 'e.png']);
});

function relativeLinks(markdown: string): readonly string[] {
  const text = markdown.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(\s*<?([^)\s>]+)/g)]
    .map(([, target]) => target!)
    .filter((target) => !outside.test(target))
    .map((target) => decodeURI(target.replace(/[#?].*$/, '')));
}
