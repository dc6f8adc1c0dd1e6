import { AppError, causeOf, type ErrorInfo } from '../../core/errors.ts';
import { lookUp } from '../../core/lookUp.ts';
import { askedText } from '../../core/render/fillSlots.ts';
import type { TaskCard } from '../../core/tasks/taskCards.ts';
import { metricLabel } from '../i18n/metricLabel.ts';
import { clusterName } from '../i18n/names.ts';
import type { Channel } from './channel.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { fetchCards } from './fetchCards.ts';
import type { Library } from './library.svelte.ts';

export const libraryFilters = ['all', 'onDesk', 'own'] as const;
export type LibraryFilter = (typeof libraryFilters)[number];

/** Where a task stands: in the library only, trained on, or scored without training. */
export const taskPlaces = ['off', 'trained', 'watched'] as const;
export type TaskPlace = (typeof taskPlaces)[number];

/** Tasks of a cluster that are looked at. */
export interface LibraryGroup {
  readonly cluster: string;
  readonly tasks: readonly Channel[];
}

/** How the library is looked at: what is searched for, and what the tasks ask. */
export class LibraryView {
  query = $state('');
  filter = $state<LibraryFilter>('all');
  /** By task id; empty until the library was opened first. */
  #cards = $state.raw<Readonly<Record<string, TaskCard>>>({});
  #isAsked = false;
  error = $state.raw<ErrorInfo | null>(null);
  readonly #library: Library;
  readonly #desk: Desk;

  /** Own data first, then clusters in the order of the list. */
  readonly groups: readonly LibraryGroup[] = $derived.by(() => {
    const words = this.query.trim().toLowerCase().split(/\s+/);
    const found = this.#library.tasks.filter(
      (task) => this.#isShown(task) && this.#hasWords(task, words),
    );
    return grouped([...found.filter(({ isOwn }) => isOwn), ...found.filter(({ isOwn }) => !isOwn)]);
  });
  readonly nFound: number = $derived(this.groups.reduce((sum, { tasks }) => sum + tasks.length, 0));

  constructor(library: Library, desk: Desk) {
    this.#library = library;
    this.#desk = desk;
  }

  /** What a task asks: from its file where that is here, else from its card; null while neither is. */
  card({ id, task }: Channel): TaskCard | null {
    const sample = task?.samples[0];
    if (!task || !sample) return lookUp(this.#cards, id) ?? null;
    const [wording] = task.wordings;
    const instruction = wording ? askedText(wording) : task.definition;
    return { instruction, input: sample.input, output: sample.outputs[0] ?? '' };
  }

  placeOf(channel: Channel): TaskPlace {
    if (!this.#desk.isOnDesk(channel)) return 'off';
    return channel.isMuted ? 'watched' : 'trained';
  }

  /** Where all of these stand; null when they stand differently. */
  placeOfAll(channels: readonly Channel[]): TaskPlace | null {
    const [place = null, ...others] = channels.map((channel) => this.placeOf(channel));
    return others.every((other) => other === place) ? place : null;
  }

  /** Instructions and examples, once; a failure may be tried again. */
  async fetchCards(baseUrl: string): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      this.#cards = await fetchCards(baseUrl);
      this.error = null;
    } catch (error) {
      this.#isAsked = false;
      const values = { cause: causeOf(error) };
      this.error =
        error instanceof AppError
          ? error.info
          : { code: 'download-failed', key: 'cardsNotLoaded', values };
    }
  }

  #isShown(channel: Channel): boolean {
    if (this.filter === 'own') return channel.isOwn;
    return this.filter === 'all' || this.#desk.isOnDesk(channel);
  }

  /** Every word somewhere in its name, cluster, metric or instruction. */
  #hasWords(channel: Channel, words: readonly string[]): boolean {
    const { id, name, cluster, metric } = channel;
    const instruction = this.card(channel)?.instruction ?? '';
    const texts = [id, name, clusterName(cluster), metricLabel(metric), instruction];
    const text = texts.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  }
}

function grouped(tasks: readonly Channel[]): LibraryGroup[] {
  const clusters = [...new Set(tasks.map(({ cluster }) => cluster))];
  return clusters.map((cluster) => ({
    cluster,
    tasks: tasks.filter((task) => task.cluster === cluster),
  }));
}
