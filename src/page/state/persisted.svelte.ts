/** A value that survives a reload: kept in local storage, checked when read back. */
export class Persisted<T> {
  readonly #key: string;
  #value: T;

  /** @param parse the stored value, or null when it is not (or no longer) a valid one */
  constructor(key: string, fallback: T, parse: (raw: unknown) => T | null) {
    this.#key = key;
    this.#value = $state.raw(readStored(key, parse) ?? fallback);
  }

  get current(): T {
    return this.#value;
  }

  set current(value: T) {
    this.#value = value;
    writeStored(this.#key, value);
  }
}

const itemOf = (key: string): string => `mixdesk.${key}`;

/** Keeps a value for the next visit. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(itemOf(key), JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden (private window): the page works, it only forgets.
  }
}

/** What an earlier visit has kept, or null. */
export function readStored<T>(key: string, parse: (raw: unknown) => T | null): T | null {
  try {
    const text = localStorage.getItem(itemOf(key));
    return text === null ? null : parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A parser that accepts the listed values only. */
export function oneOf<T>(values: readonly T[]): (raw: unknown) => T | null {
  return (raw) => values.find((value) => value === raw) ?? null;
}

/** A parser for numbers inside a range. */
export function numberFrom(min: number, max: number): (raw: unknown) => number | null {
  return (raw) => (typeof raw === 'number' && raw >= min && raw <= max ? raw : null);
}
