import type { Channel } from './channel.svelte.ts';
import type { Desk } from './desk.svelte.ts';

/** What of a strip a selection knows. */
interface Selectable {
  readonly id: string;
  readonly taskIds: readonly string[];
}

/** Tasks of the desk that are played together: what the hand does to one of their strips, it does to all. */
export class StripSelection {
  readonly #desk: Desk;
  #ids = $state.raw<readonly string[]>([]);
  /** A press on a strip's name selects it, as a finger needs that has no Ctrl. */
  isPicking = $state(false);
  /** The strip that a range begins at. */
  #from: string | null = null;
  /** Where the faders would stand if their travel had no ends: what an end takes from one comes back with it. */
  #wanted: readonly (readonly [Channel, number])[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
  readonly #selected: ReadonlySet<string> = $derived(new Set(this.#ids));
  /** In the order of the desk. */
  readonly channels: readonly Channel[] = $derived.by(() =>
    this.#desk.channels.filter(({ id }) => this.#selected.has(id)),
  );
  readonly isActive: boolean = $derived(this.isPicking || this.channels.length > 0);

  /** Whether all of these tasks are selected. */
  has(taskIds: readonly string[]): boolean {
    return this.#selected.size > 0 && taskIds.every((id) => this.#selected.has(id));
  }

  /** Whether the hand on this task's strip moves others too. */
  isLedBy(id: string): boolean {
    return this.channels.length > 1 && this.#selected.has(id);
  }

  toggle({ id, taskIds }: Selectable): void {
    const others = this.#ids.filter((one) => !taskIds.includes(one));
    this.#select(this.has(taskIds) ? others : [...others, ...taskIds]);
    this.#from = id;
  }

  /** All from where the selection began to this strip, both with it. */
  extendTo({ id }: Selectable, shown: readonly Selectable[]): void {
    const from = shown.findIndex((one) => one.id === this.#from);
    const to = shown.findIndex((one) => one.id === id);
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    this.add(shown.slice(first, last + 1));
    if (from < 0) this.#from = id;
  }

  add(strips: readonly Selectable[]): void {
    const ids = strips.flatMap(({ taskIds }) => taskIds);
    this.#select([...this.#ids, ...ids.filter((id) => !this.#selected.has(id))]);
  }

  clear(): void {
    this.#select([]);
    this.isPicking = false;
    this.#from = null;
  }

  /** Brings one of their faders here and the others by as much up or down. */
  move(channel: Channel, level: number): void {
    if (this.#desk.settings.strategy !== 'faders') this.#desk.takeOver();
    const by = level - channel.level;
    const wanted = this.channels.map(
      (one) => [one, one === channel ? level : this.#wantedOf(one) + by] as const,
    );
    this.#wanted = wanted;
    this.#desk.setLevels(wanted);
  }

  #wantedOf(channel: Channel): number {
    const wanted = this.#wanted.find(([one]) => one === channel)?.[1] ?? channel.level;
    return Math.min(100, Math.max(0, wanted)) === channel.level ? wanted : channel.level;
  }

  #select(ids: readonly string[]): void {
    this.#ids = ids;
    this.#wanted = [];
  }
}
