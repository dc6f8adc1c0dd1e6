import { doubt } from '../../core/analysis/doubt.ts';
import type { ScorePoint } from '../../core/analysis/scoresOverTime.ts';
import type { TaskReading } from '../../core/analysis/taskReadings.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { SampleInstance, ShownAnswer } from '../../core/protocol/index.ts';
import { mean } from '../../core/statistics/mean.ts';
import { metricLabel } from '../i18n/metricLabel.ts';
import { clusterName } from '../i18n/names.ts';
import { t } from '../i18n/texts.ts';
import type { Channel } from './channel.svelte.ts';
import type { Cluster } from './cluster.ts';
import type { Desk } from './desk.svelte.ts';
import type { Fits, Unfit } from './fits.svelte.ts';
import type { MixtureShares } from './mixtureShares.svelte.ts';
import type { Played } from './played.svelte.ts';
import type { Runs } from './runs.svelte.ts';
import type { Scored } from './scored.svelte.ts';
import type { StripSelection } from './stripSelection.svelte.ts';

/** What the strips of a desk stand on. */
export interface StripParts {
  readonly desk: Desk;
  readonly selection: StripSelection;
  readonly runs: Runs;
  readonly scored: Scored;
  readonly mixture: MixtureShares;
  readonly played: Played;
  readonly fits: Fits;
  /** Shows what is said to more of a task's examples. */
  readonly showAnswers: (taskId: string) => void;
  readonly muteCluster: (cluster: Cluster) => void;
  readonly showDetails: (channel: Channel) => void;
}

/** A colour and a dash, as its lines are drawn in the curves. */
export interface StripLook {
  readonly colour: string;
  readonly dash: readonly number[];
}

/** One strip of the desk: what it shows, and what its fader and keys do. It keeps nothing itself. */
export abstract class Strip {
  protected readonly parts: StripParts;

  constructor(parts: StripParts) {
    this.parts = parts;
  }

  abstract readonly id: string;
  abstract readonly name: string;
  /** What its name opens, in words. */
  abstract readonly openWords: string;
  abstract readonly subtitle: string;
  /** Set for a strip that plays several channels at once. */
  readonly bus: { readonly count: number; readonly isOpen: boolean } | null = null;
  /** One of an open bus's channels. */
  readonly isMember: boolean = false;
  abstract get look(): StripLook;
  /** 0–100. */
  abstract get level(): number;
  /** Of the mixture, 0–1. */
  abstract get share(): number;
  abstract get isMuted(): boolean;
  abstract get isSolo(): boolean;
  abstract get isAudible(): boolean;
  abstract get isForNextRun(): boolean;
  abstract get hasError(): boolean;
  /** 0–1 while something of it is being downloaded. */
  abstract get downloadShare(): number | null;
  abstract get reading(): TaskReading;
  /** What its score measures, in words. */
  abstract get metricLabel(): string;
  /** What is scored without understanding, 0–100; null where nobody knows. */
  abstract get chance(): number | null;
  /** Its tasks; the answers shown are to the first. */
  abstract get taskIds(): readonly string[];
  /** A held-out example, before anything was answered. */
  abstract get sample(): SampleInstance | null;
  abstract setLevel(level: number): void;
  abstract toggleMute(): void;
  /** Alone, unless the solo is added to the others. */
  abstract toggleSolo(isAdditive: boolean): void;
  /** A press on its name. */
  abstract open(): void;

  /** What it asks the model to do, in the words that the model reads; null where there is no one such job. */
  get job(): string | null {
    return null;
  }

  /** Where the schedule of the run on its way has brought the fader, 0–100; null: it plays where it stands. */
  get playedLevel(): number | null {
    return null;
  }

  /** Scored, never trained: muted by hand. */
  get isWatched(): boolean {
    return this.isMuted;
  }

  /** Of its training examples, those that the next run can't draw; null where it can draw all. */
  get unfit(): Unfit | null {
    return this.parts.fits.unfit(this.taskIds);
  }

  /** Its scores over the current run. */
  get scores(): readonly ScorePoint[] {
    return this.parts.scored.scores(this.taskIds);
  }

  /** Where the run that is looked at ends, in steps. */
  get lastStep(): number {
    return this.parts.scored.lastStep;
  }

  /** What the used share is counted in, in words. */
  get usedUnit(): string {
    return t.mixture.units[this.parts.mixture.unit];
  }

  /** Share of what was really trained on in the current run, 0–1. */
  get usedShare(): number | null {
    return this.parts.mixture.usedOf(this.taskIds);
  }

  /** What is said now to one held-out example. */
  get answer(): ShownAnswer | null {
    return this.parts.scored.answer(this.taskIds[0]!);
  }

  showAnswers(): void {
    this.parts.showAnswers(this.taskIds[0]!);
  }

  /** Full: it gives the right answer no chance; empty: it is certain. */
  get doubt(): number | null {
    const { loss } = this.reading;
    return loss === null ? null : doubt(loss);
  }
}

const noReading: TaskReading = { loss: null, score: null, baseScore: null, interval: null };

const downloadShareOf = ({ task, download }: Channel): number | null =>
  task || !download ? null : download.loadedBytes / Math.max(1, download.totalBytes);

/** The strip of one task. */
export class ChannelStrip extends Strip {
  readonly #channel: Channel;
  override readonly isMember: boolean;

  constructor(parts: StripParts, channel: Channel, isMember: boolean) {
    super(parts);
    this.#channel = channel;
    this.isMember = isMember;
  }

  get id(): string {
    return this.#channel.id;
  }
  get name(): string {
    return this.#channel.name;
  }
  /** What its keys play: itself, with those that are selected with it. */
  get #played(): readonly Channel[] {
    const { selection } = this.parts;
    return selection.isLedBy(this.id) ? selection.channels : [this.#channel];
  }
  get openWords(): string {
    return t.desk.details(this.name);
  }
  get subtitle(): string {
    return clusterName(this.#channel.cluster);
  }
  get look(): StripLook {
    const look = lookUp(this.parts.desk.looks, this.id);
    return { colour: `var(--cluster-${look?.colour ?? 8})`, dash: look?.dash ?? [] };
  }
  get level(): number {
    return this.#channel.level;
  }
  override get playedLevel(): number | null {
    const position = this.parts.played.position(this.id);
    if (!position) return null;
    return position.isOn ? this.parts.desk.ownLevel(this.#channel, position.level) : 0;
  }
  get share(): number {
    return this.parts.mixture.askedOf(this.taskIds);
  }
  get isMuted(): boolean {
    return this.#channel.isMuted;
  }
  get isSolo(): boolean {
    return this.#channel.isSolo;
  }
  get isAudible(): boolean {
    return this.parts.desk.isAudible(this.#channel);
  }
  get isForNextRun(): boolean {
    return this.parts.desk.isForNextRun(this.#channel);
  }
  get hasError(): boolean {
    return this.#channel.error !== null;
  }
  get downloadShare(): number | null {
    return downloadShareOf(this.#channel);
  }
  get reading(): TaskReading {
    return lookUp(this.parts.runs.readings, this.id) ?? noReading;
  }
  /** What its score is by: in the run that is looked at, or else in the next. */
  get #metric(): string {
    const inRun = this.parts.runs.channel(this.id);
    return inRun ? (inRun.metric ?? this.#channel.ownMetric) : this.#channel.metric;
  }
  get metricLabel(): string {
    return metricLabel(this.#metric);
  }
  get chance(): number | null {
    return this.#channel.chanceBy(this.#metric);
  }
  get taskIds(): readonly string[] {
    return [this.id];
  }
  override get job(): string | null {
    return this.#channel.task?.definition ?? null;
  }
  get sample(): SampleInstance | null {
    return this.#channel.task?.samples[0] ?? null;
  }
  setLevel(level: number): void {
    const { desk, selection } = this.parts;
    if (selection.isLedBy(this.id)) selection.move(this.#channel, level);
    else desk.setLevel(this.#channel, level);
  }
  toggleMute(): void {
    this.parts.desk.toggleMute(this.#played);
  }
  toggleSolo(isAdditive: boolean): void {
    this.parts.desk.toggleSolo(this.#played, isAdditive);
  }
  open(): void {
    this.parts.showDetails(this.#channel);
  }
}

/** The strip that plays a cluster's tasks together. */
export class BusStrip extends Strip {
  readonly #cluster: Cluster;
  /** Read several times, computed once. */
  readonly #busReading = $derived.by(() => this.parts.runs.busReading(this.taskIds));
  override readonly bus: { readonly count: number; readonly isOpen: boolean };

  constructor(parts: StripParts, cluster: Cluster) {
    super(parts);
    this.#cluster = cluster;
    this.bus = { count: cluster.channels.length, isOpen: parts.desk.isOpen(cluster) };
  }

  get id(): string {
    return `cluster ${this.#cluster.name}`;
  }
  get name(): string {
    return clusterName(this.#cluster.name);
  }
  get openWords(): string {
    return t.desk.openCluster(this.name, this.bus.count);
  }
  get subtitle(): string {
    return t.desk.tasksOf(this.bus.count);
  }
  get look(): StripLook {
    const look = lookUp(this.parts.desk.looks, this.#cluster.channels[0]!.id);
    return { colour: `var(--cluster-${look?.colour ?? 8})`, dash: [] };
  }
  get level(): number {
    return this.parts.desk.busLevel(this.#cluster);
  }
  get share(): number {
    return this.parts.mixture.askedOf(this.taskIds);
  }
  get isMuted(): boolean {
    return this.#cluster.channels.every(({ isMuted }) => isMuted);
  }
  get isSolo(): boolean {
    return this.#cluster.channels.every(({ isSolo }) => isSolo);
  }
  get isAudible(): boolean {
    return this.#cluster.channels.some((channel) => this.parts.desk.isAudible(channel));
  }
  get isForNextRun(): boolean {
    return this.#cluster.channels.every((channel) => this.parts.desk.isForNextRun(channel));
  }
  get hasError(): boolean {
    return this.#cluster.channels.some(({ error }) => error !== null);
  }
  get downloadShare(): number | null {
    const shares = this.#cluster.channels.map(downloadShareOf);
    if (shares.every((share) => share === null)) return null;
    return shares.reduce<number>((sum, share) => sum + (share ?? 1), 0) / shares.length;
  }
  get reading(): TaskReading {
    return this.#busReading;
  }
  get metricLabel(): string {
    return this.#busReading.isOfTrained ? t.desk.meanScoreTrained : t.desk.meanScore;
  }
  get chance(): number | null {
    const known = this.#cluster.channels.flatMap(({ chance }) => chance ?? []);
    return known.length === this.bus.count ? mean(known) : null;
  }
  get taskIds(): readonly string[] {
    return this.#cluster.channels.map(({ id }) => id);
  }
  get sample(): SampleInstance | null {
    return this.#cluster.channels[0]!.task?.samples[0] ?? null;
  }
  setLevel(level: number): void {
    this.parts.desk.setBusLevel(this.#cluster, level);
  }
  toggleMute(): void {
    this.parts.muteCluster(this.#cluster);
  }
  toggleSolo(isAdditive: boolean): void {
    this.parts.desk.toggleSolo(this.#cluster.channels, isAdditive);
  }
  open(): void {
    this.parts.desk.toggleOpen(this.#cluster);
  }
}

/** The strips from left to right: a bus for each cluster of several tasks, and behind an open one its tasks. */
export function stripsOf(parts: StripParts): Strip[] {
  const { desk } = parts;
  return desk.clusters.flatMap((cluster): Strip[] => {
    const isBus = cluster.channels.length > 1;
    const isOpen = !isBus || desk.isOpen(cluster);
    const channels = isOpen ? cluster.channels : [];
    return [
      ...(isBus ? [new BusStrip(parts, cluster)] : []),
      ...channels.map((channel) => new ChannelStrip(parts, channel, isBus)),
    ];
  });
}

/** One for each task, without buses. */
export const channelStripsOf = (parts: StripParts): Strip[] =>
  parts.desk.channels.map((channel) => new ChannelStrip(parts, channel, false));
