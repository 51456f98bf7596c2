/** What a record itself holds under a name that came from data: a place may be called `constructor`. */
export function heldBy<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
