/** How a task is drawn everywhere: its cluster's colour, and a dash that tells it from its siblings. */
export interface ChannelLook {
  /** 1–12: which `--cluster-n` token. */
  readonly colour: number;
  /** Pattern of dashes and gaps in px; empty = solid. */
  readonly dash: readonly number[];
}

/** Okabe and Ito's eight, then four more hues, which from the ninth on come with a dash of their own. */
const nSafeColours = 8;
export const nColours = 12;

const dashes: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [14, 4],
  [5, 2, 1, 2, 1, 2],
];

/**
 * Looks by task id. Colours go to clusters in order of first appearance, dashes to tasks in order
 * inside their cluster, so adding a task changes no other task's look. From the ninth cluster on the
 * dashes are moved on too, because more than eight colours cannot be told apart by everyone.
 */
export function clusterLooks(
  tasks: readonly { readonly id: string; readonly cluster: string }[],
): Record<string, ChannelLook> {
  const clusters: string[] = [];
  const sizes = new Map<string, number>();
  const looks = tasks.map(({ id, cluster }): [string, ChannelLook] => {
    if (!clusters.includes(cluster)) clusters.push(cluster);
    const index = clusters.indexOf(cluster);
    const place = (sizes.get(cluster) ?? 0) + Math.floor(index / nSafeColours);
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    return [id, { colour: (index % nColours) + 1, dash: dashes[place % dashes.length]! }];
  });
  return Object.fromEntries(looks);
}
