import type { ViewName } from './view.svelte.ts';

/** What a link can take out of sight, so that a class sees no more than its lesson needs. Answers, faders and Train always stay. */
export const controlGroups = [
  'tasks',
  'settings',
  'engine',
  'schedule',
  'curveTools',
  'tryIt',
  'exam',
  'nextBatch',
] as const;
export type ControlGroup = (typeof controlGroups)[number];

/** Names the groups in the address of the page. */
export const hideParameter = 'hide';
/** Between two names: a sign that an address carries as it is. */
const between = '.';

/** The views that go with a group. */
export const groupOfView: Readonly<Partial<Record<ViewName, ControlGroup>>> = {
  data: 'tasks',
  engine: 'engine',
};

export const hideValueOf = (groups: readonly ControlGroup[]): string => groups.join(between);

/** The groups of controls that the page's address hides, until its visitor wants to see everything. */
export class HiddenControls {
  #asked = $state.raw<readonly ControlGroup[]>([]);
  /** What the address names and this version of the page does not know. */
  unknown = $state.raw<readonly string[]>([]);
  /** The visitor wants to see everything. */
  isLifted = $state(false);

  /** What is hidden now. */
  readonly groups: readonly ControlGroup[] = $derived(this.isLifted ? [] : this.#asked);
  /** Whether the address asks for anything known. */
  readonly areAsked: boolean = $derived(this.#asked.length > 0);

  has(group: ControlGroup): boolean {
    return this.groups.includes(group);
  }

  hasView(name: ViewName): boolean {
    const group = groupOfView[name];
    return group !== undefined && this.has(group);
  }

  /** @param written the parameter of the address, or null */
  read(written: string | null): void {
    const names = (written ?? '').split(between).map((name) => name.trim());
    const isKnown = (name: string): boolean => controlGroups.some((group) => group === name);
    this.#asked = controlGroups.filter((group) => names.includes(group));
    this.unknown = names.filter(
      (name, i) => name !== '' && !isKnown(name) && names.indexOf(name) === i,
    );
    this.isLifted = false;
  }
}
