import { type DealResult, evolutionaryFindings, yuanText } from "@conurb/core/deal";

/** The result as JSON can carry it: money that is counted as text in yuan to the fen, gaps as null. */
export function dealJson(result: DealResult): Record<string, unknown> {
  const games = result.games.map(({ result: played, ...game }) => {
    // paths and arrows are for the picture; --tables writes them
    const { paths: _paths, field: _field, branches: _branches, ...rest } = played;
    return { ...game, ...rest, findings: evolutionaryFindings(played) };
  });
  return plain({ ...result, games }) as Record<string, unknown>;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return yuanText(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value instanceof Float64Array || Array.isArray(value)) return Array.from(value as ArrayLike<unknown>, plain);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  return value;
}
