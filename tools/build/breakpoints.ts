import type { Plugin } from 'vite';
import { breakpoints } from '../../src/page/ui/styles/breakpoints.ts';

/** Replaces `(--phone)` and the like in media conditions: CSS has no names for them that work across files. */
export function namedBreakpoints(): Plugin {
  return {
    name: 'mixdesk:breakpoints',
    enforce: 'pre',
    transform: {
      filter: { id: [/\.css$/, /\.svelte$/] },
      handler: (code) => (code.includes('@media') ? withConditions(code) : undefined),
    },
  };
}

const withConditions = (code: string): string =>
  code.replace(/@media [^{]+/g, (media) =>
    media.replace(/\(--([a-z]+)\)/g, (_, name: string) => `(${conditionOf(name)})`),
  );

function conditionOf(name: string): string {
  const condition = Object.entries(breakpoints).find(([known]) => known === name)?.[1];
  if (!condition) throw new Error(`styles name the breakpoint "${name}", which is not defined`);
  return condition;
}
