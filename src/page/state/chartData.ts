/** A line of the chart. Points are in order of x. */
export interface LineSeries {
  readonly id: string;
  readonly label: string;
  /** A CSS colour, as a custom property: `var(--cluster-1)`. */
  readonly colour: string;
  readonly dash: readonly number[];
  readonly width: number;
  /** 0–1. */
  readonly opacity: number;
  readonly points: readonly LinePoint[];
  /** Whether the crosshair reads it; the raw line behind a smoothed one is not read. */
  readonly isRead: boolean;
  /** Whether each point is marked: for curves of few points. */
  readonly hasDots: boolean;
}

export interface LinePoint {
  readonly x: number;
  readonly y: number;
}

/** Something that happened at an x: a moved fader. */
export interface ChartMark {
  readonly x: number;
  readonly label: string;
}
