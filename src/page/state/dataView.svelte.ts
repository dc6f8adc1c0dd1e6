import type { ErrorInfo } from '../../core/errors.ts';
import type { TaskTexts } from '../../core/protocol/index.ts';
import type { Channel } from './channel.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { type Engine, notReady } from './engine.svelte.ts';
import { InstanceTable } from './instanceTable.svelte.ts';

/** Which task of the library is looked into, and what is seen there. */
export class DataView {
  #chosenId = $state<string | null>(null);
  /** Of the chosen task, in the tokens of the loaded model; null until they are measured. */
  texts = $state.raw<TaskTexts | null>(null);
  textsError = $state.raw<ErrorInfo | null>(null);
  readonly table: InstanceTable;
  readonly #desk: Desk;

  /** Null: none has been chosen, or it has been removed. */
  readonly chosen: Channel | null = $derived.by(() =>
    this.#chosenId === null ? null : (this.#desk.library.find(this.#chosenId) ?? null),
  );
  /** What is shown beside the list: the chosen task, else the first of one's own, else the first on the desk. */
  readonly shown: Channel | null = $derived.by(() => {
    const { channels, library } = this.#desk;
    return this.chosen ?? library.tasks.find(({ isOwn }) => isOwn) ?? channels[0] ?? null;
  });

  constructor({ desk, engine }: { readonly desk: Desk; readonly engine: Engine }) {
    this.#desk = desk;
    this.table = new InstanceTable((request) =>
      engine.api ? engine.api.instances(request) : Promise.resolve({ ok: false, error: notReady }),
    );
  }

  choose(id: string | null): void {
    this.#chosenId = id;
  }
}
