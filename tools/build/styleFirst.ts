import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Breakpoints, withConditions } from './breakpoints.ts';

/** What the build has put into the head for the page behind the opening. */
const ofPage =
  /\s*<(?:script type="module"[^>]*><\/script>|link rel="(?:modulepreload|stylesheet)"[^>]*>)/g;

/**
 * Lets the browser draw what index.html itself holds before anything else has come: its style is in it, and style
 * sheets and scripts of the page stand behind it. Scripts wait for the style sheets; both are asked for at once, and
 * over a slow line they would share it.
 * @param folder of the style sheets `tokens.css` and `opening.css`
 */
export const styleFirst = (folder: string, breakpoints: Breakpoints): Plugin => ({
  name: 'mixdesk:style-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.includes('id="opening"') ? drawnFirst(html, openingStyle(folder, breakpoints)) : html,
  },
});

/** @param html as built, with the page's style sheets and scripts in its head */
export function drawnFirst(html: string, style: string): string {
  const links = html.match(ofPage) ?? [];
  const sheets = links.filter((link) => link.includes('"stylesheet"'));
  const scripts = links
    .filter((link) => !sheets.includes(link))
    .map((link) => link.replace(/<(?:script type="module"|link)/, '$& fetchpriority="low"'));
  return html
    .replace(ofPage, '')
    .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
    .replace('</body>', () => `${[...sheets, ...scripts].join('')}\n  </body>`);
}

/** What the opening needs and no more: the tokens and its own rules. */
export function openingStyle(folder: string, breakpoints: Breakpoints): string {
  const sheets = ['tokens.css', 'opening.css'].map((name) =>
    readFileSync(join(folder, name), 'utf8').replace(/\/\*.*?\*\//gs, ''),
  );
  return withConditions(sheets.join(''), breakpoints).replace(/\s+/g, ' ').trim();
}
