import type { Component } from 'svelte';
import type { ViewName } from '../state/view.svelte.ts';

/** What each view is drawn by; the desk is there at once, the others when they are first looked at. */
export const viewComponents: Readonly<
  Record<Exclude<ViewName, 'desk'>, () => Promise<{ readonly default: Component }>>
> = {
  data: () => import('../views/Data/DataView.svelte'),
  engine: () => import('../views/Engine/EngineView.svelte'),
};
