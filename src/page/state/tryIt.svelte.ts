import type { ErrorInfo } from '../../core/errors.ts';
import { metrics } from '../../core/metrics/index.ts';
import type { Generation, TaskInfo, TrainerApi, Weights } from '../../core/protocol/index.ts';
import { askedText, fillSlots, renderPrompt } from '../../core/render/render.ts';

export type AnswerStatus = 'empty' | 'waiting' | 'streaming' | 'done' | 'failed';

/** One model's answer, growing while it streams. */
export class Answer {
  status = $state<AnswerStatus>('empty');
  text = $state('');
  generation = $state.raw<Generation | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  /** 0–100 against the expected answers, or null where none is known. */
  score = $state<number | null>(null);

  clear(status: AnswerStatus = 'empty'): void {
    this.status = status;
    this.text = '';
    this.generation = null;
    this.error = null;
    this.score = null;
  }
}

/** The Try-it panel: a question, and what the model says to it before and after training. */
export class TryIt {
  task = $state.raw<TaskInfo | null>(null);
  sampleIndex = $state(0);
  instruction = $state('');
  place = $state<'before' | 'after'>('before');
  input = $state('');
  temperature = $state(0);
  seed = $state(1);
  readonly answers: Readonly<Record<Weights, Answer>> = { base: new Answer(), tuned: new Answer() };
  isAsking = $state(false);

  readonly sample = $derived(this.task?.samples[this.sampleIndex] ?? null);
  /** The example's answers, as long as the question is still the example's own. */
  readonly expected: readonly string[] = $derived(
    this.sample && this.task && this.isAsGiven(this.task, this.sample.input)
      ? this.sample.outputs
      : [],
  );
  /** The example's options where its prompt shows them and the question is still its own. */
  readonly options: readonly string[] = $derived(
    this.expected.length > 0 && this.sample?.showsOptions ? (this.sample.options ?? []) : [],
  );
  readonly prompt: string = $derived(
    renderPrompt(
      { text: this.instruction, place: this.place },
      { input: this.input, options: this.options, showsOptions: this.options.length > 0 },
    ),
  );
  readonly canAsk: boolean = $derived(!this.isAsking && this.instruction.trim() !== '');

  choose(task: TaskInfo, sampleIndex = 0): void {
    this.task = task;
    this.sampleIndex = Math.min(Math.max(0, sampleIndex), Math.max(0, task.samples.length - 1));
    this.askWith(task, 0);
    this.input = task.samples[this.sampleIndex]?.input ?? '';
    this.clearAnswers();
  }

  /** Puts the task's question in its own words number `index`. */
  askWith(task: TaskInfo, index: number): void {
    const wording = task.wordings[index];
    this.instruction = fillSlots(
      wording ? askedText(wording) : task.definition,
      this.sample?.slots,
    );
    this.place = wording?.place ?? 'before';
  }

  /** An empty sheet: the visitor's own instruction and input. */
  writeOwn(): void {
    this.task = null;
    this.instruction = '';
    this.place = 'before';
    this.input = '';
    this.clearAnswers();
  }

  clearAnswers(): void {
    this.answers.base.clear();
    this.answers.tuned.clear();
  }

  /** Asks each of the models in turn; the answers stream in. */
  async ask(api: TrainerApi, which: readonly Weights[], maxNewTokens: number): Promise<void> {
    if (!this.canAsk) return;
    this.isAsking = true;
    this.clearAnswers();
    for (const weights of which) this.answers[weights].clear('waiting');
    for (const weights of which) await this.#askOne(api, weights, maxNewTokens);
    this.isAsking = false;
  }

  async #askOne(api: TrainerApi, weights: Weights, maxNewTokens: number): Promise<void> {
    const answer = this.answers[weights];
    const expected = this.expected;
    const metric = this.task?.metric ?? null;
    const { instruction, place, input, options, temperature, seed } = this;
    const wording = { text: instruction, place };
    const sampling = { maxNewTokens, temperature, topP: 0.95, seed };
    const request = { weights, wording, input, options, ...sampling };
    const result = await api.generate(request, (piece) => {
      answer.status = 'streaming';
      answer.text += piece;
    });
    if (!result.ok) {
      answer.error = result.error;
      answer.status = 'failed';
      return;
    }
    answer.text = result.value.text;
    answer.generation = result.value;
    answer.status = 'done';
    if (metric && expected.length > 0) {
      answer.score = metrics[metric].score([answer.text.trim()], [expected]);
    }
  }

  /** Which of the task's wordings is asked; -1 for the visitor's own. */
  wordingIndex(task: TaskInfo): number {
    const slots = this.sample?.slots;
    return task.wordings.findIndex(
      (wording) => fillSlots(askedText(wording), slots) === this.instruction,
    );
  }

  isAsGiven(task: TaskInfo, input: string): boolean {
    return this.input === input && this.wordingIndex(task) >= 0;
  }
}
