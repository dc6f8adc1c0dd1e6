/**
 * The one point in a run's time that is looked at: every plot draws its crosshair there, and what is shown
 * beside the plots is of that moment. Pointing at any plot sets it.
 */
export class TimeCursor {
  /** A step of the current run; null: now. */
  step = $state<number | null>(null);
}
