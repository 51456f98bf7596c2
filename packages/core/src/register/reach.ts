import type { Text } from "../language/text.ts";

/** What a register's words for places may mean: places by code or exact name, clusters by id, with or without edition. */
export interface KnownReach {
  /** Each place with the province that it lies in. */
  readonly places: readonly { readonly code: string; readonly name: Text; readonly parent?: string | undefined }[];
  readonly clusters: readonly {
    readonly id: string;
    readonly edition: string;
    readonly short: Text;
    readonly members: readonly string[];
  }[];
  /** The clusters that are compared. */
  readonly groups: readonly { readonly id: string; readonly members: readonly string[] }[];
}

/** Where a policy reaches. */
export interface Reach {
  /** Clusters of the study that it reaches any member of. */
  readonly clusters: readonly string[];
  /** Places reached, the cities of a province with it, sorted. */
  readonly places: readonly string[];
  /** Provinces of which it reaches cities only: how large a part they are, the gazetteer need not know. */
  readonly partly: readonly string[];
}

export interface ReachReader {
  /** The places that one word means; nothing where it means none. */
  codesOf(word: string): readonly string[] | undefined;
  /** Several places of one name, where a word is that: it means none of them. */
  namesakes(word: string): readonly string[];
  reachOf(codes: readonly string[]): Reach;
  /** Everything that a word may be, for who misspelt one. */
  readonly words: readonly string[];
}

/** A province reaches every member of a cluster that lies in it, as a policy for it does. */
export function reachReader({ places, clusters, groups }: KnownReach): ReachReader {
  const meaning = new Map<string, readonly string[]>();
  const bearers = new Map<string, Set<string>>();
  for (const { name: called, code } of places) {
    for (const word of [called.en, called.zh, called.zh.replace(suffix, "")]) {
      const own = bearers.get(plain(word)) ?? new Set();
      bearers.set(plain(word), own.add(code));
    }
  }
  for (const [word, codes] of bearers) if (codes.size === 1) meaning.set(word, [...codes]);
  const newest = [...clusters].sort((a, b) => (a.edition < b.edition ? -1 : 1));
  for (const { id, edition, short, members } of newest) {
    for (const word of [id, `${id}@${edition}`, short.en, short.zh]) meaning.set(plain(word), members);
  }
  for (const { id, members } of groups) {
    meaning.set(plain(id), members);
    // places of a study's own cluster that no gazetteer knows are known by their code
    for (const code of members) if (!meaning.has(plain(code))) meaning.set(plain(code), [code]);
  }
  for (const { code } of places) meaning.set(plain(code), [code]);
  const parentOf = new Map(places.map(({ code, parent }) => [code, parent]));
  return {
    words: [
      ...clusters.flatMap(({ id, short }) => [id, short.en, short.zh]),
      ...groups.map(({ id }) => id),
      ...places.flatMap(({ name: called }) => [called.en, called.zh, called.zh.replace(suffix, "")]),
    ],
    codesOf: (word) => meaning.get(plain(word)),
    namesakes: (word) => (meaning.has(plain(word)) ? [] : [...(bearers.get(plain(word)) ?? [])].sort()),
    reachOf: (codes) => {
      const asked = new Set(codes);
      const isReached = (code: string) => asked.has(code) || asked.has(parentOf.get(code) ?? "");
      const below = places.flatMap(({ code }) => (isReached(code) ? [code] : []));
      const reached = new Set([...codes, ...below]);
      const partly = new Set(codes.flatMap((code) => parentOf.get(code) ?? []).filter((code) => !reached.has(code)));
      const touches = (code: string) => reached.has(code) || partly.has(code);
      return {
        clusters: groups.flatMap(({ id, members }) => (members.some(touches) ? [id] : [])),
        places: [...reached].sort(),
        partly: [...partly].sort(),
      };
    },
  };
}

const suffix = /(?:特别行政区|[省市])$/u;

const plain = (word: string): string => word.normalize("NFKC").trim().toLowerCase();
