import type { RunColumns } from './runColumns.ts';
import type { XAxis } from './xAxes.ts';

/** The x of a curve that counts what came of its own tasks, added up over the steps as far as was asked. */
export class TaskAxis {
  readonly #taskIndices: readonly number[];
  readonly #isEpochs: boolean;
  #sum = 0;
  #rows = 0;

  constructor(taskIndices: readonly number[], xAxis: XAxis) {
    this.#taskIndices = taskIndices;
    this.#isEpochs = xAxis === 'taskEpochs';
  }

  /** x once each of these steps was done. Steps come in order, those of a later call behind the earlier. */
  at({ steps, sizes, taskIds }: RunColumns, asked: Float64Array): Float64Array {
    const numbers = steps.column('step');
    const column = this.#isEpochs ? 'examples' : 'tokens';
    const own = this.#taskIndices.map((index) => steps.column(column, index));
    const size = this.#taskIndices.reduce((sum, index) => sum + (sizes[taskIds[index]!] ?? 0), 0);
    const unit = this.#isEpochs ? size || Infinity : 1;
    return asked.map((step) => {
      for (; this.#rows < steps.length && numbers[this.#rows]! <= step; this.#rows++) {
        for (const values of own) this.#sum += values[this.#rows]! || 0;
      }
      return this.#sum / unit;
    });
  }
}
