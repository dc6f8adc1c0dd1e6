/** Memory of this device as the browser tells it, in coarse steps; null where it does not. */
export function deviceBytes(): number | null {
  const { deviceMemory } = (globalThis.navigator ?? {}) as { readonly deviceMemory?: number };
  return deviceMemory === undefined ? null : deviceMemory * 2 ** 30;
}
