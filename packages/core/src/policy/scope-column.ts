import { codeOf, labelOf, tableOf } from "../contract/table.ts";
import { type Led, ledWords, scopeWordsOf } from "./entries.ts";

export const scopeColumn = labelOf<{ readonly scope: string }>(
  "scope",
  { en: "cluster", zh: "城市群" },
  ({ scope }) => scope,
);

/** What the scopes that are no cluster are called. */
export function scopesTable(scopes: readonly string[]) {
  const named = scopes.filter((scope) => scopeWordsOf(scope) !== undefined);
  return tableOf(
    "scopes",
    ["scope"],
    named,
    [
      codeOf(
        "scope",
        { en: "scope", zh: "范围" },
        (scope) => scope,
        (scope) => scopeWordsOf(scope) ?? null,
      ),
    ],
    { title: { en: "Names of scopes", zh: "范围名称" } },
  );
}

export const ledColumn = codeOf<{ readonly led: Led }>(
  "led",
  { en: "led by", zh: "主导方" },
  ({ led }) => led,
  ({ led }) => ledWords[led],
);
