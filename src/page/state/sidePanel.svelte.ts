export const sideTabs = ['answers', 'tryIt', 'exam', 'nextBatch'] as const;
export type SideTab = (typeof sideTabs)[number];

/** What lies open beside the desk's curves. */
export class SidePanel {
  tab = $state<SideTab>('answers');
}
