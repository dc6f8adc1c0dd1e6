/**
 * Takes the lock of this name for as long as the worker lives, and says so: the browser gives it to whoever waits for it at the
 * moment at which the worker is gone, for whatever reason.
 */
export function holdLife(name: string, tell: () => void): void {
  // Absent where the address is not secure.
  const locks = navigator.locks as LockManager | undefined;
  void locks?.request(name, () => {
    tell();
    return new Promise(() => undefined);
  });
}
