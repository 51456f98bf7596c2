import type { MethodResult } from "@conurb/core/contract";
import type { Language, Text } from "@conurb/core/language";
import { finestFormat } from "../../tables/finest-format.ts";
import type { MethodEntry } from "./method-entry.ts";

export interface HeadlineNumber {
  readonly name: string;
  readonly title: string;
  readonly value: string;
}

type Labels = Readonly<Record<string, { readonly title: Text }>>;

/** What a result says in single numbers, as the method's descriptor calls and measures them; codes by what the tables call them. */
export function headlineNumbers(
  { scalars }: Pick<MethodResult, "scalars">,
  described: MethodEntry["scalars"],
  labels: Labels | undefined,
  language: Language,
): readonly HeadlineNumber[] {
  return Object.entries(scalars).map(([name, value]) => {
    const { title, unit = "1" } = described[name] ?? {};
    const shown =
      typeof value === "number" ? inUnit(value, unit, language) : (labels?.[value]?.title[language] ?? value);
    return { name, title: title?.[language] ?? name, value: shown };
  });
}

function inUnit(value: number, unit: string, language: Language): string {
  return Number.isFinite(value) ? finestFormat(unit, [value], language).full(value) : "–";
}
