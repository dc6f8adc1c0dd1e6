import type { PromptsLeft } from '../readReport.ts';

/** The book on prompts that are not used. */
export class LeftPrompts {
  readonly #byReason = new Map<PromptsLeft['reason'], PromptsLeft>();

  constructor(left: readonly PromptsLeft[]) {
    for (const { reason, names, cause } of left) this.add(reason, names, cause);
  }

  get all(): PromptsLeft[] {
    return [...this.#byReason.values()];
  }

  /** Of the first that has one; '' without any. */
  get cause(): string {
    return this.all.find(({ cause }) => cause !== undefined)?.cause ?? '';
  }

  add(reason: PromptsLeft['reason'], names: readonly string[], cause?: string): void {
    const before = this.#byReason.get(reason);
    const all = [...new Set([...(before?.names ?? []), ...names])];
    const why = before?.cause ?? cause;
    this.#byReason.set(reason, { reason, names: all, ...(why !== undefined && { cause: why }) });
  }
}
