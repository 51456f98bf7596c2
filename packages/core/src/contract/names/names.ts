import type { Text } from "../../language/text.ts";

type Named = Readonly<Record<string, Text>>;

/** Names by program id. Where the same id means another thing, an input or a method says so; the narrowest counts. */
export interface Names {
  readonly everywhere: Named;
  /** By input, of its roles. */
  readonly inInput?: Readonly<Record<string, Named>>;
  /** By method. */
  readonly own: Readonly<Record<string, Named>>;
}

/** What is called so in this method, and of roles in this input. */
export function nameIn(
  { everywhere, inInput = {}, own }: Names,
  id: string,
  method: string,
  input = "",
): Text | undefined {
  return at(at(inInput, input), id) ?? at(at(own, method), id) ?? at(everywhere, id);
}

/** What a record has of its own: an id may be called as something that every object has. */
export function at<T>(record: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
}
