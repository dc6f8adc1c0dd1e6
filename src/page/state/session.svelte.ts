/** The page's state, one instance a thing. Panels read these and call their methods. */
import { createTrainerClient } from '../bridge/trainerClient.ts';
import { BenchRun } from './benchRun.svelte.ts';
import { CurvesView } from './curvesView.svelte.ts';
import { Desk } from './desk.svelte.ts';
import { NextBatch } from './nextBatch.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Question } from './question.svelte.ts';
import { Runs } from './runs.svelte.ts';
import { Session } from './sessionFlow.svelte.ts';
import { Theme } from './theme.svelte.ts';
import { Trainer } from './trainer.svelte.ts';
import { TryIt } from './tryIt.svelte.ts';
import { View } from './view.svelte.ts';

export const theme = new Theme();
export const view = new View();
export const notices = new Notices();
export const desk = new Desk();
export const runs = new Runs();
export const curvesView = new CurvesView();
export const trainer = new Trainer(createTrainerClient, () => performance.now());
export const tryIt = new TryIt();
export const nextBatch = new NextBatch();
export const bench = new BenchRun();
export const question = new Question();
export const session = new Session({ desk, runs, trainer, tryIt, nextBatch, notices, question });
