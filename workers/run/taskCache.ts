/** What was found out about tasks at some cost, kept as long as they are. */
export class TaskCache<Found> {
  #known = new WeakMap<object, Map<string, Promise<Found>>>();

  /** What `find` gives for this task and key, looked for once; what fails is tried anew. */
  of(task: object, key: string, find: () => Promise<Found>): Promise<Found> {
    const known = this.#known.get(task) ?? new Map<string, Promise<Found>>();
    this.#known.set(task, known);
    const before = known.get(key);
    if (before) return before;
    const found = find();
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
  }

  forget(): void {
    this.#known = new WeakMap();
  }
}
