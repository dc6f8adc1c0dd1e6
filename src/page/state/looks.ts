/** How a task is drawn everywhere: a colour of its own or its cluster's, and then a dash that tells it from its siblings. */
export interface ChannelLook {
  /** 1–12: which `--cluster-n` token. */
  readonly colour: number;
  /** Pattern of dashes and gaps in px; empty = solid. */
  readonly dash: readonly number[];
}

/** Okabe and Ito's eight, then four more hues, which from the ninth on come with a dash of their own. */
const nSafeColours = 8;
export const nColours = 12;

/** Patterns that can be told apart in a thin line. */
export const dashes: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [14, 4],
  [5, 2, 1, 2, 1, 2],
];

/**
 * Looks by task id. Up to eight tasks have a colour each, in their order. Of more, colours go to clusters in order
 * of first appearance, and dashes to tasks in order inside their cluster. So adding a task changes no other task's
 * look, but for the ninth. From the ninth cluster on the dashes are moved on too, because more than eight colours
 * cannot be told apart by everyone.
 */
export function taskLooks(tasks: readonly LookedAt[]): Record<string, ChannelLook> {
  if (tasks.length > nSafeColours) return clusterLooks(tasks);
  return Object.fromEntries(tasks.map(({ id }, i) => [id, { colour: i + 1, dash: [] }]));
}

interface LookedAt {
  readonly id: string;
  readonly cluster: string;
}

function clusterLooks(tasks: readonly LookedAt[]): Record<string, ChannelLook> {
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
