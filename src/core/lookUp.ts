/**
 * The entry of a table under a name from outside (a file, a cluster, a slot), or undefined. A plain
 * `table[name]` would find what every object inherits when the name is "constructor".
 */
export function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
