import type { MethodInfo, Roles } from "@conurb/core/contract";
import { roleOfHead } from "@conurb/core/sheets";
import { roleNames } from "../role-names.ts";

/** The parts that say which row is which; what is measured has to be named by whoever asks. */
const keyRoles = ["place", "year", "industry", "from", "to"] as const;
type KeyRole = (typeof keyRoles)[number];

/** Keys that a method reads and nobody named, by the heads that `import` knows: 城市 as place, 年份 as year. */
export function rolesByName(
  asks: NonNullable<MethodInfo["inputs"][string]["roles"]>,
  columns: readonly string[],
  asked: Roles,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const role of keyRoles) {
    if (asks[role] === undefined || asked[role] !== undefined || columns.includes(role)) continue;
    const taken = new Set([...Object.values(asked).flat(), ...Object.values(found)]);
    const column = columnFor(role, columns);
    if (column !== undefined && !taken.has(column)) found[role] = column;
  }
  return found;
}

/** By its name first; else by a word that heads such columns in yearbooks, where one column alone has such a head. */
function columnFor(role: KeyRole, columns: readonly string[]): string | undefined {
  const named = columns.find((name) => roleNames[role].test(name));
  if (named !== undefined) return named;
  const [only, ...others] = columns.filter((name) => roleOfHead(name.normalize("NFKC").trim()) === role);
  return others.length === 0 ? only : undefined;
}
