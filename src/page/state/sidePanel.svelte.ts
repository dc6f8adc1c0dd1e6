import type { HiddenControls } from './hiddenControls.svelte.ts';

export const sideTabs = ['answers', 'tryIt', 'exam', 'nextBatch'] as const;
export type SideTab = (typeof sideTabs)[number];

/** Whether the page's link leaves this tab out. */
export const hidesTab = (hidden: HiddenControls, tab: SideTab): boolean =>
  tab !== 'answers' && hidden.has(tab);

/** What lies open beside the desk's curves. */
export class SidePanel {
  tab = $state<SideTab>('answers');
}
