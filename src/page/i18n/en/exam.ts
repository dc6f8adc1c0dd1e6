import { formatWhole } from '../format.ts';
import { counted } from './counted.ts';

/** An exam over held-out examples. */
export const exam = {
  title: 'Exam',
  intro: (n: number) =>
    `Questions from the test examples of ${n === 1 ? 'the task' : `all ${formatWhole(n)} tasks`} on the desk, which training never saw. Both models sit it; you watch, mark by mark.`,
  introBase: 'Train first to see both models side by side; the untrained one can sit it now.',
  noTasks: 'No task is loaded yet',
  noTasksHelp: 'Put tasks on the desk; their test examples are the questions.',
  busy: 'The model is still learning: an exam begins when the run is paused or over.',
  length: 'Questions',
  seed: 'Seed',
  begin: 'Begin',
  again: 'Another exam',
  next: 'Next question',
  auto: 'Go on by itself',
  hold: 'Hold',
  keys: 'Right arrow: next. A: by itself.',
  questionOf: (n: number, all: number) => `Question ${formatWhole(n)} of ${formatWhole(all)}`,
  expected: 'Expected',
  base: 'Base',
  tuned: 'Tuned',
  marks: (model: string, marks: readonly string[]) => `${model}: ${marks.join(', ')}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  intervalHelp: 'Where the score would lie with many more questions, in 95 of 100 such exams.',
  changed: 'The model has been trained on since this exam began. Begin another one.',
  failed: 'A model could not answer this question.',
  tryIt: 'Open in Try it',
  result: {
    one: (n: number, model: string, score: string, interval: string) =>
      `${counted(n, 'question')}: the ${model} model scores ${score} (${interval}).`,
    both: (n: number, base: string, tuned: string) =>
      `${counted(n, 'question')}: ${base} before training, ${tuned} after.`,
    better: (points: string, interval: string) =>
      `Training made it better by ${points} points (${interval}).`,
    worse: (points: string, interval: string) =>
      `Training made it worse by ${points} points (${interval}).`,
    noise: (interval: string) => `That is within noise: the difference may be ${interval} points.`,
    sides: (strongest: string, high: string, weakest: string, low: string) =>
      `Best at “${strongest}” (${high}), weakest at “${weakest}” (${low}).`,
  },
};
