/** What is measured together. */
export const partNames = ['first-load', 'lighthouse', 'axe', 'smoothness', 'first-minute'] as const;
export type PartName = (typeof partNames)[number];

/** The figures of docs/quality.json; what was not measured is null. */
export interface QualityReport {
  /** Findings over all views and states, in both themes, on a desktop and a phone. */
  readonly axe: number | null;
  /** 0–100, the lower one of the phone and the desktop preset. */
  readonly lighthouse: LighthouseScores | null;
  /** What travels before model, texts and tasks, bytes. */
  readonly firstLoadBytes: number | null;
  /** From navigation to a Train button that takes a press, cold cache, ms. */
  readonly trainPressableMs: number | null;
  /** The longest of a scripted set of interactions while nano trains on WASM, ms. */
  readonly interactionToNextPaintMs: number | null;
  /** Longest task of the page's thread while nano trains, hands on the desk, ms. */
  readonly longestTaskMs: number | null;
  /** Frames the page drew in the same time. */
  readonly framesPerSecond: number | null;
  readonly firstMinute: readonly FirstMinute[] | null;
  /** Pages that axe has read: scenes × sizes × themes. */
  readonly axeLooks: number | null;
  /** Scenes that axe did not get to see, for a fault of page or walk. */
  readonly axeMissed: readonly string[] | null;
  /** Where and when each part was measured; parts are measured on their own, so this differs. */
  readonly measured: Partial<Record<PartName, Origin>>;
}

export interface LighthouseScores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
}

/** A run of a preset: docs/results/presets.json has more of it. */
export interface FirstMinute {
  readonly preset: string;
  readonly seed: number;
  readonly seconds: number;
  /** Mean score of the trained tasks on the test split, 0–100. */
  readonly macro: number;
  /** Score of the worst of them. */
  readonly worst: number;
}

/** Where figures come from. */
export interface Origin {
  /** A file that they were read from; its machine is not this one. */
  readonly from?: string;
  readonly cores?: number;
  readonly browser?: string;
  /** Processes that wanted a core in the minute before: with more than none, times are those of a busy machine. */
  readonly loadBefore?: number;
  /** YYYY-MM-DD, UTC. */
  readonly date: string;
  readonly commit: string;
}

export type Figures = Partial<Omit<QualityReport, 'measured'>>;
