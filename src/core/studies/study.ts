import type { ModelName } from '../models.ts';
import type { RunOrder } from '../runs/plan.ts';
import type { RunRecord } from '../runs/record.ts';
import type { Interval } from '../statistics/bootstrap.ts';
import type { DatasetIndex } from '../tasks/datasetIndex.ts';

/** What a study plans with: the built-in tasks, and the default mixture's faders by task id. */
export interface StudySite extends Pick<DatasetIndex, 'tasks'> {
  readonly levels: Readonly<Record<string, number>>;
}

/** The options of a study as written on a command line, each with its default. */
export type StudyOptions = Readonly<Record<string, string>>;

/** One run of a study. */
export interface StudyRun<Kept> {
  readonly name: string;
  readonly model: ModelName;
  readonly order: RunOrder;
  /** Files of tasks that the site does not have, by what makes their text: `ruleTask/16/60000`. */
  readonly ownFiles: Readonly<Record<string, string>>;
  /** What the study rests on afterwards: small enough to be kept beside the report. */
  readonly keep: (record: RunRecord) => Kept;
}

/** A question that many runs answer. */
export interface Study<Options extends StudyOptions, Kept> {
  readonly id: string;
  /** arXiv number of the paper whose question it asks, or what else names it. */
  readonly paper: string;
  /** What is to be shown, in a sentence that may turn out false. */
  readonly claim: string;
  readonly options: Options;
  plan(options: Options, site: StudySite): readonly StudyRun<Kept>[];
  /** The name of the run that this was kept of. */
  nameOf(kept: Kept): string;
  verdict(kept: readonly Kept[], site: StudySite): Verdict;
}

export interface Verdict {
  /** 'open' while runs are missing. */
  readonly holds: 'yes' | 'no' | 'open';
  readonly figures: Readonly<Record<string, Interval>>;
}
