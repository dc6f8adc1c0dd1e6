import type { GeneratedToken, TaskInfo, TrainerApi, Weights } from '../../core/protocol/index.ts';
import type { QuestionCut } from '../../core/tokens/readQuestion.ts';
import { Answer, type AskedQuestion, type TrainedBy } from './answer.svelte.ts';
import { QuestionSheet } from './questionSheet.svelte.ts';

const topP = 0.95;
const maxNewTokens = 80;

/** One model that is asked, and what it says. */
export class AskedColumn {
  readonly weights: Weights;
  readonly answer = new Answer();

  constructor(weights: Weights) {
    this.weights = weights;
  }
}

/** A prompt as a model has read it. */
export interface PromptRead {
  readonly text: string;
  readonly cut: QuestionCut;
}

/** Who asks: the worker, and what the tuned or the best model is trained by at this moment. */
export interface Asking {
  readonly api: TrainerApi;
  readonly trainedBy: (which: Exclude<Weights, 'base'>) => TrainedBy | null;
  /** What scores a task's answers; its own metric if left out. */
  readonly metricOf?: (task: TaskInfo) => string;
}

/** The Try-it panel: a question, and what each model says to it. */
export class TryIt extends QuestionSheet {
  temperature = $state(0);
  seed = $state(1);
  /** In the order in which they are asked. */
  readonly columns: readonly AskedColumn[] = (['base', 'tuned', 'best'] as const).map(
    (weights) => new AskedColumn(weights),
  );
  isAsking = $state(false);

  /** The prompt as a model has read it; null while this question has not been answered. */
  readonly promptRead: PromptRead | null = $derived.by(() => {
    const read = this.columns.find(
      ({ answer }) => answer.generation && answer.question?.prompt === this.prompt,
    );
    const { generation = null } = read?.answer ?? {};
    return generation && { text: generation.prompt, cut: generation.cut };
  });
  readonly canAsk: boolean = $derived(!this.isAsking && this.instruction.trim() !== '');

  column(weights: Weights): AskedColumn {
    return this.columns.find((column) => column.weights === weights)!;
  }

  override choose(task: TaskInfo, sampleIndex = 0): void {
    super.choose(task, sampleIndex);
    this.clearAnswers();
  }

  override writeOwn(): void {
    super.writeOwn();
    this.clearAnswers();
  }

  clearAnswers(): void {
    for (const { answer } of this.columns) answer.clear();
  }

  /** Asks each of these models in turn; the answers stream in. */
  async ask(asking: Asking, which: readonly Weights[]): Promise<void> {
    if (!this.canAsk) return;
    this.isAsking = true;
    this.clearAnswers();
    const question = this.#question(asking);
    const asked = this.columns.filter(({ weights }) => which.includes(weights));
    for (const { answer } of asked) answer.clear('waiting');
    for (const column of asked) {
      if (column.answer.status === 'waiting') await take(asking, column, question);
    }
    this.isAsking = false;
  }

  /** Puts another token in an answer's place number `at`, and lets the model go on from there. */
  async continueWith(asking: Asking, column: AskedColumn, at: number, id: number): Promise<void> {
    const { question, generation } = column.answer;
    if (this.isAsking || !question || !generation) return;
    this.isAsking = true;
    const begin = [...generation.tokens.slice(0, at).map((token: GeneratedToken) => token.id), id];
    column.answer.clear('waiting');
    await take(asking, column, { ...question, request: { ...question.request, begin } });
    this.isAsking = false;
  }

  /** Whether an answer is to another question than the one on the sheet. */
  isOfOtherQuestion({ question }: Answer): boolean {
    if (!question) return false;
    const { temperature, seed } = question.request;
    const isOtherDraw = temperature !== this.temperature || (temperature > 0 && seed !== this.seed);
    return question.prompt !== this.prompt || isOtherDraw;
  }

  #question({ metricOf = ({ metric }) => metric }: Asking): AskedQuestion {
    const { instruction, place, input, options, shots, temperature, seed } = this;
    const sampling = { maxNewTokens, temperature, topP, seed, withTokens: true };
    const wording = { text: instruction, place };
    return {
      request: { wording, input, options, shots, ...sampling },
      prompt: this.prompt,
      metric: this.task && metricOf(this.task),
      expected: this.expected,
    };
  }
}

async function take(
  { api, trainedBy }: Asking,
  { weights, answer }: AskedColumn,
  question: AskedQuestion,
): Promise<void> {
  const by = weights === 'base' ? null : trainedBy(weights);
  const request = { ...question.request, weights };
  await answer.take(question, by, (onText) => api.generate(request, onText));
}
