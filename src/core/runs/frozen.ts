/** A copy of plain data that nothing can change any more, at any depth. */
export function frozen<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(copy));
  const entries = Object.entries(value).map(([key, part]) => [key, copy(part)] as const);
  return Object.freeze(Object.fromEntries(entries));
}
