import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { breakpoints } from '../../src/page/ui/styles/breakpoints.ts';
import { drawnFirst, openingStyle } from '../../tools/build/styleFirst.ts';

const built = `<html>
  <head>
    <title>Mixdesk</title>
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/part.js">
    <link rel="stylesheet" crossorigin href="./assets/index.css">
  </head>
  <body>
    <div id="opening">What this is.</div>
    <div id="app"></div>
  </body>
</html>`;
const html = drawnFirst(built, '.opening { color: red }');
const at = (part: string): number => {
  expect(html.split(part), part).toHaveLength(2);
  return html.indexOf(part);
};

test('the words that the file itself holds come with their style, before style sheets and scripts', () => {
  expect(at('<style>.opening { color: red }</style>')).toBeLessThan(at('</head>'));
  expect(at('What this is.')).toBeLessThan(at('index.css'));
  expect(at('index.css')).toBeLessThan(at('index.js'));
  expect(at('part.js')).toBeLessThan(at('</body>'));
});

test('scripts leave the line to the style sheet', () => {
  expect(html).toContain('<script type="module" fetchpriority="low" crossorigin src=');
  expect(html).toContain('<link fetchpriority="low" rel="modulepreload"');
  expect(html).toContain('<link rel="stylesheet" crossorigin');
});

test('the style is whole: every token that it uses is in it, and no name of a breakpoint is left', () => {
  const style = openingStyle('src/page/ui/styles', breakpoints);
  const used = [...style.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!);
  expect(used).toContain('--table');
  for (const name of used) expect(style, name).toContain(`${name}:`);
  expect(style).not.toMatch(/@media[^{]*\(--/);
  expect(style).not.toContain('/*');
});

test('index.html holds what is drawn first', () => {
  expect(readFileSync('index.html', 'utf8')).toContain('id="opening"');
});
