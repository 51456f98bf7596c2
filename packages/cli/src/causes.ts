import type { Problem } from "@conurb/core/contract";

/** Problems of one cause. */
export interface Cause<P extends Problem> {
  readonly first: P;
  /** The others, where they are too many to be told one by one. */
  readonly others: readonly P[];
}

/** Up to so many of a cause are told one by one. */
const few = 3;

/**
 * Brings problems of data cells together that have one cause: of one kind, and about the same words or the same column of a file.
 * Those that stand in no row of a file, such as slips in a study, are told each on its own. The order is that of the first ones.
 */
export function causesOf<P extends Problem>(problems: readonly P[]): Cause<P>[] {
  const groups = new Map<P, P[]>();
  const open = new Set(problems);
  for (const keyOf of [byWords, byColumn]) {
    const found = new Map<string, P[]>();
    for (const problem of open) {
      const key = keyOf(problem);
      if (key === undefined) continue;
      const group = found.get(key);
      if (group === undefined) found.set(key, [problem]);
      else group.push(problem);
    }
    for (const group of found.values()) {
      if (group.length <= few) continue;
      groups.set(group[0] as P, group.slice(1));
      for (const each of group) open.delete(each);
    }
  }
  return problems.flatMap((problem) => {
    const others = groups.get(problem);
    return others !== undefined || open.has(problem) ? [{ first: problem, others: others ?? [] }] : [];
  });
}

function common({ code, place, declared, hint }: Problem): string | undefined {
  if (place?.row === undefined) return undefined; // a slip in the study, or nothing that has a place
  const { file, sheet, path } = place;
  return JSON.stringify([code, file, sheet, path, declared?.path, declared?.line, hint === undefined]);
}

function byWords(problem: Problem): string | undefined {
  const words = /"([^"]*)"/.exec(problem.text.en)?.[1];
  const shared = common(problem);
  return words === undefined || shared === undefined ? undefined : `${shared} ${words}`;
}

function byColumn(problem: Problem): string | undefined {
  const shared = common(problem);
  return shared === undefined ? undefined : `${shared} ${problem.place?.column ?? ""}`;
}
