/** The figures of docs/quality.json; a part that was not measured is null. */
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
  readonly machine: Machine;
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

export interface Machine {
  readonly cores: number;
  readonly browser: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly commit: string;
}

export type Figures = Partial<Omit<QualityReport, 'machine'>>;
