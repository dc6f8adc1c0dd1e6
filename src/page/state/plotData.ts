import type { Curve } from '../../core/analysis/curves/curvePoints.ts';
import type { ChangeAt } from '../../core/runs/changesOf.ts';

/** A line of a plot. */
export interface PlotLine {
  readonly id: string;
  /** What is pointed at, picked and hidden: the task or cluster that it stands for. */
  readonly subjectId: string;
  readonly label: string;
  /** A CSS colour, as a custom property: `var(--cluster-1)`. */
  readonly colour: string;
  readonly dash: readonly number[];
  /** Times `--line-width`. */
  readonly width: number;
  /** 0–1. */
  readonly opacity: number;
  /** Whether the crosshair reads it; a raw line behind a smoothed one and one of an earlier run are not read. */
  readonly isRead: boolean;
  /** Whether each point may be marked: for curves of few points. */
  readonly hasDots: boolean;
  /** Its points; only what has come since they were last asked for is computed. */
  readonly curve: () => Curve;
}

/** A level across a plot: the base model, chance. */
export interface PlotLevel {
  readonly y: number;
  readonly label: string;
  readonly isDotted: boolean;
}

/** Something that happened at a step. */
export interface PlotMark {
  readonly step: number;
  readonly label: string;
  /** Where it was scored needs a place, but no line across the plot. */
  readonly kind: ChangeMark['kind'] | 'evaluation';
}

/** A moved fader or setting, and by whom; or a pause. */
export interface ChangeMark {
  readonly step: number;
  readonly label: string;
  readonly kind: ChangeAt['by'] | 'pause';
}

/** What is drawn of one task or cluster. */
export interface Plot {
  /** Of the task or cluster. */
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly dash: readonly number[];
  /** The last one is the one that is read first. */
  readonly lines: readonly PlotLine[];
  readonly levels: () => readonly PlotLevel[];
}
