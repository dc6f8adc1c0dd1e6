import type { ModelName } from '../../core/models.ts';
import type { BackendName } from '../../core/protocol/index.ts';
import type { RunRecord } from '../../core/runs/record.ts';
import { Persisted } from './persisted.svelte.ts';

type Paces = Readonly<Record<string, number>>;

/** How long a token takes on this device, scoring and all, as the latest run of each model and backend has shown. */
export class Pace {
  readonly #msPerToken = new Persisted<Paces>('pace', {}, parsePaces);

  /** A run has ended: what it took counts for the next. */
  learn({ model, engine, steps, elapsedMs }: RunRecord): void {
    const tokens = steps.at(-1)?.tokens ?? 0;
    if (!model || !engine || tokens === 0 || elapsedMs === 0) return;
    const key = keyOf(model.name, engine.backend);
    this.#msPerToken.current = { ...this.#msPerToken.current, [key]: elapsedMs / tokens };
  }

  /** What a run of so many tokens will take, in ms; null where none like it has ended here. */
  estimateMs(model: ModelName, backend: BackendName, tokens: number): number | null {
    const msPerToken = this.#msPerToken.current[keyOf(model, backend)];
    return msPerToken === undefined ? null : msPerToken * tokens;
  }
}

const keyOf = (model: string, backend: BackendName): string => `${model} ${backend}`;

function parsePaces(raw: unknown): Paces | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const entries = Object.entries(raw).filter(([, ms]) => typeof ms === 'number' && ms > 0);
  return Object.fromEntries(entries);
}
