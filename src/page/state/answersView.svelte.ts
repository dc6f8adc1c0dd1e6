import type { SidePanel } from './sidePanel.svelte.ts';

/** What of the table of answers is open: one task's examples, and of one of them the whole text. */
export class AnswersView {
  /** Undefined until a hand has chosen: the first task is open then. Null: none. */
  #taskId = $state<string | null | undefined>(undefined);
  /** The example that is shown whole. */
  exampleId = $state<string | null>(null);
  readonly #panel: SidePanel;

  constructor(panel: SidePanel) {
    this.#panel = panel;
  }

  /** Shows what the model says to this task's examples, wherever it was asked for. */
  open(taskId: string): void {
    this.#panel.tab = 'answers';
    if (this.#taskId !== taskId) this.exampleId = null;
    this.#taskId = taskId;
  }

  /** The open one of these tasks, or null. */
  taskOf(taskIds: readonly string[]): string | null {
    const taskId = this.#taskId === undefined ? taskIds[0] : this.#taskId;
    return taskIds.find((id) => id === taskId) ?? null;
  }

  /** Opens a task of these, or closes it where it is the open one. */
  toggle(taskId: string, taskIds: readonly string[]): void {
    const isOpen = this.taskOf(taskIds) === taskId;
    this.#taskId = isOpen ? null : taskId;
    this.exampleId = null;
  }

  toggleExample(exampleId: string): void {
    this.exampleId = this.exampleId === exampleId ? null : exampleId;
  }
}
