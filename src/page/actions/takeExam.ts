import type { App } from '../state/createApp.ts';
import { trainedBy } from '../state/trainedBy.ts';
import { askingOf } from './ask.ts';

/** How long an answered question stays before the next one, where the exam goes on by itself; ms. */
const readingMs = 900;

/** An exam over the loaded tasks of the desk, for the base model and the tuned one if there is one. */
export async function beginExam(app: App): Promise<void> {
  const { exam, desk, engine } = app;
  const tasks = desk.channels.flatMap(({ task }) =>
    task && task.samples.length > 0 ? [task] : [],
  );
  const which = engine.hasTuned ? (['base', 'tuned'] as const) : (['base'] as const);
  exam.begin({ tasks, which, trainedBy: trainedBy(app) });
  await nextQuestion(app);
}

export async function nextQuestion(app: App): Promise<boolean> {
  const asking = askingOf(app);
  return asking !== null && !hasModelChanged(app) && (await app.exam.next(asking));
}

/** Lets it go on by itself, or holds it. */
export async function toggleAuto(app: App): Promise<void> {
  const { exam } = app;
  exam.isAuto = !exam.isAuto;
  while (exam.isAuto && !exam.isDone) {
    if (!(await nextQuestion(app))) exam.isAuto = false;
    await new Promise((resolve) => setTimeout(resolve, readingMs));
  }
  exam.isAuto = false;
}

/** Whether the tuned model is another one than when the exam began. */
export function hasModelChanged(app: App): boolean {
  const { exam } = app;
  const now = trainedBy(app);
  return (
    exam.isOn && (now?.runName !== exam.trainedBy?.runName || now?.step !== exam.trainedBy?.step)
  );
}
