import { metricNamed } from '../../core/metrics/index.ts';
import type {
  GenerateRequest,
  Generation,
  TaskInfo,
  TrainerApi,
  Weights,
} from '../../core/protocol/index.ts';
import type { PromptCut } from '../../core/tokens/encode.ts';
import { askedText, fillSlots } from '../../core/render/fillSlots.ts';
import { instructionFormats } from '../../core/render/index.ts';
import { renderPrompt } from '../../core/render/render.ts';
import { Answer, type TrainedBy } from './answer.svelte.ts';

const topP = 0.95;
const maxNewTokens = 80;

/** A question as it was when Ask was pressed: both models get the same, whatever is typed meanwhile. */
interface Question {
  readonly request: Omit<GenerateRequest, 'weights'>;
  readonly prompt: string;
  readonly metric: string | null;
  readonly expected: readonly string[];
}

/** A prompt as a model has read it. */
export interface PromptRead {
  readonly text: string;
  readonly cut: PromptCut;
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
  /** The last prompt that a model has read, beside the one that was asked. */
  #lastRead = $state.raw<{ readonly asked: string; readonly read: PromptRead } | null>(null);

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
    renderPrompt(instructionFormats[0], {
      task: null,
      instruction: { text: this.instruction, place: this.place },
      asked: { input: this.input, options: this.options, showsOptions: this.options.length > 0 },
      shots: [],
    }),
  );
  /** The prompt as the model read it; null while this question has not been asked. */
  readonly promptRead: PromptRead | null = $derived(
    this.#lastRead?.asked === this.prompt ? this.#lastRead.read : null,
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

  /** Another training begins: what the tuned model said before is not its word any more. */
  clearTuned(): void {
    this.answers.tuned.clear();
  }

  /**
   * Asks each of the models in turn; the answers stream in.
   * @param trainedBy what the tuned model is trained by at this moment
   */
  async ask(
    api: TrainerApi,
    which: readonly Weights[],
    trainedBy: () => TrainedBy | null,
  ): Promise<void> {
    if (!this.canAsk) return;
    this.isAsking = true;
    this.clearAnswers();
    const question = this.#question();
    for (const weights of which) this.answers[weights].clear('waiting');
    for (const weights of which) {
      const answer = this.answers[weights];
      if (answer.status !== 'waiting') continue;
      if (weights === 'tuned') answer.trainedBy = trainedBy();
      const generation = await answer.take((onText) =>
        api.generate({ ...question.request, weights }, onText),
      );
      if (generation) this.#judge(answer, generation, question);
    }
    this.isAsking = false;
  }

  #question(): Question {
    const { instruction, place, input, options, temperature, seed, prompt, expected } = this;
    const sampling = { maxNewTokens, temperature, topP, seed };
    const request = { wording: { text: instruction, place }, input, options, ...sampling };
    return { request, prompt, metric: this.task?.metric ?? null, expected };
  }

  #judge(answer: Answer, generation: Generation, question: Question): void {
    const { metric, expected, prompt } = question;
    this.#lastRead = { asked: prompt, read: { text: generation.prompt, cut: generation.cut } };
    if (metric && expected.length > 0) {
      answer.score = metricNamed(metric).score([generation.text.trim()], [expected]);
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
