/**
 * Places for labels that would like to stand at these pixels, moved as little as keeps them `gap` apart and between
 * `top` and `bottom`; closer than that only where there is no room. In the order of what was asked.
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const n = wanted.length;
  if (n === 0) return [];
  const step = n > 1 ? Math.min(gap, (bottom - top) / (n - 1)) : gap;
  const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
  const groups: Group[] = [];
  for (const index of order) {
    let group: Group = { members: [index], centre: wanted[index]! };
    for (;;) {
      group = { ...group, centre: clamped(group, step, top, bottom) };
      const before = groups.at(-1);
      if (!before || end(before, step) + step <= start(group, step)) break;
      groups.pop();
      group = joined(before, group, wanted, step);
    }
    groups.push(group);
  }
  const places = new Array<number>(n);
  for (const group of groups) {
    group.members.forEach((index, i) => (places[index] = start(group, step) + i * step));
  }
  return places;
}

/** Labels that stand one under the other. */
interface Group {
  readonly members: readonly number[];
  readonly centre: number;
}

const length = ({ members }: Group, step: number): number => (members.length - 1) * step;
const start = (group: Group, step: number): number => group.centre - length(group, step) / 2;
const end = (group: Group, step: number): number => group.centre + length(group, step) / 2;

function clamped(group: Group, step: number, top: number, bottom: number): number {
  const half = length(group, step) / 2;
  return Math.max(top + half, Math.min(bottom - half, group.centre));
}

/** Together they stand where their members wanted to, on average. */
function joined(a: Group, b: Group, wanted: readonly number[], step: number): Group {
  const members = [...a.members, ...b.members];
  const middle = (members.length - 1) / 2;
  const centres = members.map((index, i) => wanted[index]! - (i - middle) * step);
  return { members, centre: centres.reduce((sum, one) => sum + one, 0) / members.length };
}
