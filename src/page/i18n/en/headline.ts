import { formatClock, formatWhole } from '../format.ts';
import { counted } from './counted.ts';
import { listed } from './listed.ts';

/** The one sentence over the desk: what this is, what goes on, what came of it. */
export const headline = {
  label: 'What goes on',
  intro: (tasks: number) =>
    tasks > 1
      ? `A small language model learns ${formatWhole(tasks)} jobs at once, here in your browser.`
      : 'A small language model learns a job, here in your browser.',
  introNext: 'The faders are the mix. Press Train, and watch its answers turn right.',
  takes: (ms: number) => `That takes about ${formatClock(ms)} here.`,
  close: 'Close the introduction',
  ready: (tasks: number, steps: number) =>
    `${counted(tasks, 'task')} in the mix, ${counted(steps, 'step')} to go.`,
  readyNext: 'Press Train, or move a fader first.',
  nothingOn: 'Nothing is in the mix: raise a fader, or take a mute away.',
  gettingReady: 'Model and tasks are on their way; training begins by itself.',
  baseline: 'First the untrained model answers: every score is held against that.',
  ofHundred: 'of 100',
  mean: (tasks: number) => (tasks === 1 ? 'score' : `mean score of ${counted(tasks, 'task')}`),
  before: (score: number) => `${formatWhole(score)} before training`,
  ahead: (task: string, from: number, to: number) =>
    `Ahead: ${task}, ${formatWhole(from)} → ${formatWhole(to)}.`,
  paused: 'Paused. What you move now counts from the next step on.',
  fromTo: (from: number, to: number) => `${formatWhole(from)} → ${formatWhole(to)}`,
  plusMinus: (points: number) => `±${formatWhole(Math.max(1, points))}`,
  bestGain: (task: string, gain: number) => `Best gain: ${task} +${formatWhole(gain)}.`,
  noGain: 'No task has gained more than noise.',
  atChance: (tasks: readonly string[]) => `Still at chance: ${listed(tasks)}.`,
  worse: (tasks: readonly string[]) => `Worse than before: ${listed(tasks)}.`,
  watched: (from: number, to: number) => `Watched only: ${formatWhole(from)} → ${formatWhole(to)}.`,
  bestIsLast: 'Its last evaluation was its best.',
  best: (place: number, of: number, step: number) =>
    `Best was evaluation ${formatWhole(place)} of ${formatWhole(of)}, at step ${formatWhole(step)}; kept too.`,
  tooEarly: 'It ended before the tuned model was scored.',
  tryIt: 'Ask the tuned model',
  trainOn: 'Train on',
  answers: 'All answers',
  device: {
    insecure:
      'This address begins with http://. Browsers keep WebGPU and threads for https:// and for localhost, so training runs on one thread of your processor, several times slower: take nano.',
    software:
      'The graphics processor is imitated in software here, which is slow: choose WASM under the model’s name.',
    noGpu:
      'This browser offers no WebGPU, so your processor trains: well for nano and mini, slowly for small.',
    oneThread:
      'This page may use one thread of your processor only, so training takes several times longer: take nano.',
    cpu: 'Neither WebGPU nor quick WASM runs here, so training is many times slower: take nano.',
  },
  masterLabel: 'Mean score',
  base: 'base',
  chance: 'chance',
  announce: (score: number, before: number, percent: number) =>
    `${formatWhole(percent)}%, mean score ${formatWhole(score)} of 100, ${formatWhole(before)} before training.`,
};
