import type { Language, Text } from "@conurb/core/language";

/** A place that a member may be. */
export interface KnownPlace {
  readonly code: string;
  readonly name: Text;
  /** What it lies in, where that is known. */
  readonly parentName?: Text;
}

export interface Members {
  /** Each once, in the order in which they are written. */
  readonly codes: readonly string[];
  /** What names no place, or more than one. */
  readonly unclear: readonly string[];
}

/** Places as they are written or pasted: by name in either language or by code, apart by commas or on lines of their own. */
export function membersIn(text: string, places: readonly KnownPlace[]): Members {
  const byName = new Map<string, Set<string>>();
  for (const { code, name } of places) {
    for (const each of [code, keyOf(name.zh), keyOf(name.en), keyOf(`${name.zh} ${code}`), keyOf(`${name.en} ${code}`)])
      byName.set(each, (byName.get(each) ?? new Set()).add(code));
  }
  const codes = new Set<string>();
  const unclear: string[] = [];
  for (const word of text.split(/[\n\t,，、;；]+/).map((each) => each.trim())) {
    if (word === "") continue;
    const [code, ...others] = byName.get(word) ?? byName.get(keyOf(word)) ?? [];
    if (code === undefined || others.length > 0) unclear.push(word);
    else codes.add(code);
  }
  return { codes: [...codes], unclear };
}

/** Members as `membersIn` reads them, one a line: by name, with its code where another place is called the same. */
export function membersWritten(codes: readonly string[], places: readonly KnownPlace[], language: Language): string {
  const known = new Map(places.map((place) => [place.code, place]));
  const isOnly = (name: string): boolean => membersIn(name, places).codes.length === 1;
  const written = (code: string): string => {
    const name = known.get(code)?.name[language];
    if (name === undefined) return code;
    return isOnly(name) ? name : `${name} ${code}`;
  };
  return codes.map(written).join("\n");
}

/** A Chinese city is called with and without its ending. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/(?<=\p{Script=Han}{2})市(?=$| )/u, "");
