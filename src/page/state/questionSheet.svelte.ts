import type { SampleInstance, TaskInfo } from '../../core/protocol/index.ts';
import { askedText, fillSlots } from '../../core/render/fillSlots.ts';
import { instructionFormats } from '../../core/render/index.ts';
import type { Shot } from '../../core/render/question.ts';
import { renderPrompt } from '../../core/render/render.ts';
import type { Wording } from '../../core/tasks/task.ts';
import { maxShots, rightExamples, wrongExamples } from './workedExamples.ts';

/** What is asked: the input of one task's example, the wording of the same task or of another, or own words. */
export class QuestionSheet {
  /** Whose example is asked about; null for an input of the visitor's own. */
  task = $state.raw<TaskInfo | null>(null);
  sampleIndex = $state(0);
  /** Whose wording was taken last. */
  asker = $state.raw<TaskInfo | null>(null);
  instruction = $state('');
  place = $state<Wording['place']>('before');
  input = $state('');
  shots = $state.raw<readonly Shot[]>([]);

  readonly sample: SampleInstance | null = $derived(this.task?.samples[this.sampleIndex] ?? null);
  /** The example's answers, as long as its input stands. */
  readonly known: readonly string[] = $derived(
    this.sample && this.input === this.sample.input ? this.sample.outputs : [],
  );
  /** The same, as long as it is asked in one of its task's own wordings too. */
  readonly expected: readonly string[] = $derived(
    this.task && this.wordingIndex(this.task) >= 0 ? this.known : [],
  );
  /** The example's options where its prompt shows them and the question is still its own. */
  readonly options: readonly string[] = $derived(
    this.expected.length > 0 && this.sample?.showsOptions ? (this.sample.options ?? []) : [],
  );
  readonly prompt: string = $derived(
    renderPrompt(instructionFormats[0], {
      task: null,
      instruction: { text: this.instruction, place: this.place },
      asked: { input: this.input, options: this.options, showsOptions: this.options.length > 0 },
      shots: this.shots,
    }),
  );

  /**
   * Puts an example of a task on the sheet. Own words and another task's wording stay with the examples of one
   * task; a task that is chosen anew is asked in its own words, unless another task's were chosen for it.
   */
  choose(task: TaskInfo, sampleIndex = 0): void {
    const { asker } = this;
    const index = asker ? this.wordingIndex(asker) : -1;
    const isSameTask = task === this.task;
    const isForeign = asker !== null && asker !== this.task && index >= 0;
    this.task = task;
    this.sampleIndex = Math.min(Math.max(0, sampleIndex), Math.max(0, task.samples.length - 1));
    this.input = this.sample?.input ?? '';
    if (!isSameTask) this.shots = [];
    if (isForeign || (isSameTask && index >= 0)) this.askWith(asker!, index);
    else if (!isSameTask) this.askWith(task, 0);
  }

  /** Puts the question in a task's own words number `index`. */
  askWith(task: TaskInfo, index: number): void {
    const wording = task.wordings[index];
    this.asker = task;
    this.instruction = fillSlots(
      wording ? askedText(wording) : task.definition,
      this.sample?.slots,
    );
    this.place = wording?.place ?? 'before';
  }

  /** An empty sheet: the visitor's own instruction and input. */
  writeOwn(): void {
    this.task = null;
    this.asker = null;
    this.instruction = '';
    this.place = 'before';
    this.input = '';
    this.shots = [];
  }

  /** Which of the task's wordings is asked; -1 for other words. */
  wordingIndex(task: TaskInfo): number {
    const slots = this.sample?.slots;
    return task.wordings.findIndex(
      (wording) => fillSlots(askedText(wording), slots) === this.instruction,
    );
  }

  get canAddShot(): boolean {
    return this.shots.length < maxShots;
  }

  /** Another worked example: the task's next one that is not there yet, an empty one without a task. */
  addShot(isWrong: boolean): void {
    if (!this.canAddShot) return;
    const own = this.task ? this.#examplesOf(this.task, isWrong) : [];
    const isThere = ({ input }: Shot): boolean => this.shots.some((shot) => shot.input === input);
    const empty: Shot = { input: '', output: '', ...(isWrong ? { isWrong } : {}) };
    this.shots = [...this.shots, own.find((shot) => !isThere(shot)) ?? empty];
  }

  #examplesOf(task: TaskInfo, isWrong: boolean): Shot[] {
    return isWrong ? wrongExamples(task) : rightExamples(task, this.sample);
  }

  changeShot(index: number, change: Partial<Shot>): void {
    this.shots = this.shots.map((shot, i) => (i === index ? { ...shot, ...change } : shot));
  }

  removeShot(index: number): void {
    this.shots = this.shots.filter((_, i) => i !== index);
  }
}
