import type { Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { placeTitle } from "./groups.ts";
import { codesOf } from "./places.ts";
import type { Gazetteer } from "./ports.ts";
import type { DatasetDeclaration } from "./schema.ts";

const mostNamed = 12;

/** Provinces in one file with cities of their own: who takes all of its rows counts them twice. */
export function nestedPlaces(
  name: string,
  { file }: DatasetDeclaration,
  table: Table,
  gazetteer: Gazetteer,
): Problem[] {
  const { places } = gazetteer;
  const codes = new Set(codesOf(table, "place")?.flatMap((code) => code ?? []));
  if (file === undefined) return [];
  // Shanghai, a city, is the province that it lies in
  const wholeOf = (code: string) =>
    [places.get(code)?.parent].find((whole) => whole !== code && codes.has(whole ?? ""));
  const within = [...codes].filter((code) => wholeOf(code) !== undefined);
  const wholes = [...new Set(within.flatMap((code) => wholeOf(code) ?? []))].sort();
  if (wholes.length === 0) return [];
  const listed = (language: "en" | "zh", comma: string) =>
    wholes
      .slice(0, mostNamed)
      .map((code) => placeTitle(gazetteer, code)[language])
      .join(comma);
  const list = { en: listed("en", ", "), zh: listed("zh", "、") };
  const values = { name, list, more: Math.max(0, wholes.length - mostNamed), places: within.length };
  return [{ code: "places-nested", text: message("places-nested", values), hint: message("places-nested-hint") }];
}
