import type { Plugin } from 'vite';

/**
 * Lets scripts wait for the style sheet, which draws what index.html itself holds. Both are asked for at once; over a
 * slow line they would share it.
 */
export const styleFirst = (): Plugin => ({
  name: 'mixdesk:style-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replaceAll(
        /<(?:script type="module"|link rel="modulepreload")/g,
        '$& fetchpriority="low"',
      ),
  },
});
