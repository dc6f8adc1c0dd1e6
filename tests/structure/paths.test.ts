import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, projectRoot } from './projectFiles.ts';

/** A path of this project in code type; `<…>`, `*` and `{…}` stand for many. */
const path = /`((?:src|workers|content|recipe|cli|tools|tests|bench|public|docs)\/[\w./-]+)`/g;
/** What tells of the past names files that are gone. */
const tellsOfThePast = ['docs/log.md', 'docs/structure.md'];

test('every path that a page of the documentation names is there', () => {
  const missing = projectFiles('.md')
    .filter((file) => !tellsOfThePast.includes(file) && existsSync(join(projectRoot, file)))
    .flatMap((file) =>
      [...readFileSync(join(projectRoot, file), 'utf8').matchAll(path)]
        .map(([, named]) => named!)
        .filter((named) => !existsSync(join(projectRoot, named)))
        .map((named) => `${file}: ${named}`),
    );
  expect(missing).toEqual([]);
});
