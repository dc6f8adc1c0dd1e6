import { examQuestions, type ExamQuestion } from '../../core/analysis/exam/examQuestions.ts';
import { examResult, type ExamMark, type ExamResult } from '../../core/analysis/exam/examResult.ts';
import type { TaskInfo, Weights } from '../../core/protocol/index.ts';
import type { TrainedBy } from './answer.svelte.ts';
import { type Asking, TryIt } from './tryIt.svelte.ts';

export const examLengths = [10, 20, 50] as const;

/** What can sit an exam. */
export type ExamTaker = Exclude<Weights, 'best'>;

/** What an exam takes at its beginning. */
export interface ExamSetting {
  readonly tasks: readonly TaskInfo[];
  readonly which: readonly ExamTaker[];
  readonly trainedBy: TrainedBy | null;
}

/** A walk through held-out examples of several tasks, question by question, with marks. */
export class Exam {
  length = $state<number>(examLengths[1]);
  seed = $state(1);
  /** The question that is asked, and what each model says to it. */
  readonly sheet = new TryIt();
  questions = $state.raw<readonly ExamQuestion[]>([]);
  marks = $state.raw<readonly ExamMark[]>([]);
  /** Goes on by itself. */
  isAuto = $state(false);
  #setting = $state.raw<ExamSetting | null>(null);

  readonly isOn: boolean = $derived(this.questions.length > 0);
  readonly isDone: boolean = $derived(this.isOn && this.marks.length === this.questions.length);
  readonly result: ExamResult = $derived(examResult(this.marks));
  readonly trainedBy: TrainedBy | null = $derived(this.#setting?.trainedBy ?? null);
  /** The models that take it. */
  readonly which: readonly ExamTaker[] = $derived(this.#setting?.which ?? []);

  begin(setting: ExamSetting): void {
    this.#setting = setting;
    this.isAuto = false;
    this.marks = [];
    const tasks = setting.tasks.map(({ id, samples, wordings }) => ({
      id,
      nExamples: samples.length,
      nWordings: wordings.length,
    }));
    this.questions = examQuestions(tasks, this.length, this.seed);
    this.sheet.writeOwn();
  }

  /** Back to before it began. */
  leave(): void {
    this.#setting = null;
    this.isAuto = false;
    this.questions = [];
    this.marks = [];
    this.sheet.clearAnswers();
  }

  /** Asks the next question; resolves to whether it was answered and marked. */
  async next(asking: Asking): Promise<boolean> {
    const question = this.questions[this.marks.length];
    const task = this.#setting?.tasks.find(({ id }) => id === question?.taskId);
    if (!question || !task || this.sheet.isAsking) return false;
    const { questions } = this;
    this.sheet.choose(task, question.exampleIndex);
    this.sheet.askWith(task, question.wordingIndex);
    await this.sheet.ask(asking, this.which);
    // Another exam may have begun meanwhile.
    if (questions !== this.questions) return false;
    const score = (weights: Weights): number | null => this.sheet.column(weights).answer.score;
    const hasFailed = this.sheet.columns.some(({ answer }) => answer.status === 'failed');
    if (hasFailed) return false;
    this.marks = [...this.marks, { taskId: task.id, base: score('base'), tuned: score('tuned') }];
    return true;
  }
}
