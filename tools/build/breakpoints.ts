import type { Plugin } from 'vite';

/** Media conditions by name. */
export type Breakpoints = Readonly<Record<string, string>>;

/** Replaces `(--phone)` and the like in media conditions: CSS has no names for them that work across files. */
export function namedBreakpoints(breakpoints: Breakpoints): Plugin {
  return {
    name: 'mixdesk:breakpoints',
    enforce: 'pre',
    transform: {
      filter: { id: [/\.css$/, /\.svelte$/] },
      handler: (code) => (code.includes('@media') ? withConditions(code, breakpoints) : undefined),
    },
  };
}

/** The style sheet with its conditions written out. @throws Error for a name that is not among them. */
export const withConditions = (code: string, breakpoints: Breakpoints): string =>
  code.replace(/@media [^{]+/g, (media) =>
    media.replace(/\(--([a-z]+)\)/g, (_, name: string) => `(${conditionOf(name, breakpoints)})`),
  );

function conditionOf(name: string, breakpoints: Breakpoints): string {
  const condition = Object.entries(breakpoints).find(([known]) => known === name)?.[1];
  if (!condition) throw new Error(`styles name the breakpoint "${name}", which is not defined`);
  return condition;
}
