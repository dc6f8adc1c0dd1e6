import { nStepsOf } from '../../core/levers/trainingLength.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { FaderSchedule } from '../../core/protocol/index.ts';
import { scheduleOf } from '../../core/runs/scheduleOf.ts';
import { wholeScheduleOf } from '../../core/runs/wholeScheduleOf.ts';
import type { RunRecord } from '../../core/runs/record.ts';
import { defaultLevel } from '../../core/sampling/mixingRates.ts';
import {
  laneOf,
  type LanePoint,
  movedTasks,
  ofTasks,
  withoutPoint,
  withPoint,
} from '../../core/schedule/editSchedule.ts';
import type { Desk } from './desk.svelte.ts';
import { oneOf, Persisted } from './persisted.svelte.ts';
import type { Runs } from './runs.svelte.ts';
import type { Transport } from './transport.svelte.ts';

/** One task's fader over the steps of a run. */
export interface Lane {
  readonly taskId: string;
  readonly name: string;
  /** 1–12: its cluster's colour. */
  readonly colour: number;
  /** Where it stands at the start. */
  readonly start: Omit<LanePoint, 'step'>;
  readonly points: readonly LanePoint[];
}

interface Sources {
  readonly desk: Desk;
  readonly runs: Runs;
  readonly transport: Transport;
}

/** With so many tasks on the desk each has a lane; with more, those that move. */
const mostLanes = 8;
const flag = oneOf([true, false]);

/** The timeline of faders: what the next run moves by itself, and what a hand moves, to be kept. */
export class FaderTimeline {
  readonly #open = new Persisted('timelineOpen', false, flag);
  readonly #on = new Persisted('timelineOn', true, flag);
  /** Moves of the run on its way, or of the next one, become the schedule. */
  isRecording = $state(false);
  /** Tasks that were picked to be drawn and have no point yet. */
  picked = $state.raw<readonly string[]>([]);
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  get isOpen(): boolean {
    return this.#open.current;
  }

  set isOpen(isOpen: boolean) {
    this.#open.current = isOpen;
  }

  /** Whether the next run plays the schedule. */
  get isOn(): boolean {
    return this.#on.current;
  }

  set isOn(isOn: boolean) {
    this.#on.current = isOn;
  }

  /** Steps of the run on its way, or of the next one. */
  readonly nSteps: number = $derived.by(
    () => this.#running?.nSteps || nStepsOf(this.#sources.desk.settings),
  );
  /** Steps that the run on its way has taken; null while there is none. */
  readonly step: number | null = $derived.by(() => {
    const run = this.#running;
    return run ? (run.steps.at(-1)?.step ?? 0) : null;
  });
  readonly #running: RunRecord | null = $derived.by(() => {
    const { transport, runs } = this.#sources;
    return transport.isBusy && transport.phase !== 'asked' ? runs.current : null;
  });
  /** What the run that is looked at has moved, by hand and by schedule; null where nobody knows. */
  readonly played: FaderSchedule | null = $derived.by(() => {
    const { current } = this.#sources.runs;
    return current && scheduleOf(current);
  });
  /** What is drawn: the schedule, or what is being recorded. */
  readonly schedule: FaderSchedule = $derived.by(() =>
    this.isRecording && this.#running ? (this.played ?? []) : this.#sources.desk.schedule,
  );

  readonly lanes: readonly Lane[] = $derived.by(() => {
    const { desk } = this.#sources;
    const channels = desk.clusters.flatMap((cluster) => cluster.channels);
    const moved = [...movedTasks(this.schedule), ...this.picked];
    const shown =
      channels.length <= mostLanes ? channels : channels.filter(({ id }) => moved.includes(id));
    return shown.map(({ id: taskId, name }) => ({
      taskId,
      name,
      colour: lookUp(desk.looks, taskId)?.colour ?? 8,
      start: desk.levels.find((level) => level.taskId === taskId) ?? {
        taskId,
        level: defaultLevel,
        isOn: false,
      },
      points: laneOf(this.schedule, taskId),
    }));
  });
  /** Tasks that have no lane. */
  readonly pickable: readonly { readonly id: string; readonly name: string }[] = $derived.by(() => {
    const shown = this.lanes.map(({ taskId }) => taskId);
    return this.#sources.desk.channels.filter(({ id }) => !shown.includes(id));
  });

  pick(taskId: string): void {
    this.picked = [...this.picked, taskId];
  }

  put(point: LanePoint): void {
    this.#set(withPoint(this.#sources.desk.schedule, this.#within(point)));
  }

  /** The same point elsewhere, between its neighbours. */
  move(from: LanePoint, to: Pick<LanePoint, 'step' | 'level'>): LanePoint {
    const others = withoutPoint(this.#sources.desk.schedule, from);
    const lane = laneOf(others, from.taskId).map(({ step }) => step);
    const before = lane.findLast((step) => step < from.step) ?? -1;
    const after = lane.find((step) => step > from.step) ?? Infinity;
    const step = Math.min(after - 1, Math.max(before + 1, Math.round(to.step)));
    const next = this.#within({ ...from, level: to.level, step });
    this.#set(withPoint(others, next));
    return next;
  }

  remove(point: LanePoint): void {
    this.#set(withoutPoint(this.#sources.desk.schedule, point));
  }

  clear(): void {
    this.picked = [];
    this.#set([]);
  }

  /** The moves of the run that is looked at become the schedule, as far as its tasks are on the desk. */
  useRun(): void {
    const { desk, runs } = this.#sources;
    const whole = runs.current && wholeScheduleOf(runs.current);
    const here = desk.channels.map(({ id }) => id);
    this.#set(ofTasks(whole ?? [], here));
    this.isOn = true;
  }

  /** A run has ended. */
  endRun(): void {
    if (this.isRecording) this.useRun();
    this.isRecording = false;
  }

  /** For a plan with these tasks: nothing where it is switched off, or where the hand is being recorded. */
  scheduleFor(taskIds: readonly string[]): FaderSchedule {
    const isPlayed = this.isOn && !this.isRecording;
    return isPlayed ? ofTasks(this.#sources.desk.schedule, taskIds) : [];
  }

  #set(schedule: FaderSchedule): void {
    this.#sources.desk.setSchedule(schedule);
  }

  #within({ step, level, ...point }: LanePoint): LanePoint {
    const last = Math.max(0, this.nSteps - 1);
    return {
      ...point,
      step: Math.min(last, Math.max(0, Math.round(step))),
      level: Math.min(100, Math.max(0, Math.round(level))),
    };
  }
}
