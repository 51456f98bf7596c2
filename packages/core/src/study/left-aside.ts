import type { Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { fillText } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { placeTitle, type Selection } from "./groups.ts";
import { codesOf } from "./places.ts";
import type { Gazetteer } from "./ports.ts";
import type { DatasetDeclaration } from "./schema.ts";

const mostNamed = 12;

/**
 * Rows of a study's own file whose places are not the study's: how many, and which places. Of the atlas nothing is said, for
 * whoever names a table of all cities means those of the clusters.
 */
export function leftAside(
  name: string,
  { file }: DatasetDeclaration,
  all: Table,
  kept: Table,
  { places: selected }: Selection,
  gazetteer: Gazetteer,
): Problem[] {
  const rows = all.rows - kept.rows;
  if (file === undefined || rows === 0) return [];
  const places = [...new Set(placesIn(all))].filter((code) => !selected?.has(code));
  const more = Math.max(0, places.length - mostNamed);
  const listed = (language: keyof Text, comma: string) =>
    places
      .slice(0, mostNamed)
      .map((code) => placeTitle(gazetteer, code)[language])
      .join(comma);
  const text = fillText(
    {
      en: "{name}: {rows, plural, one {# row is} other {# rows are}} of places outside the study and left aside: {list}{more, plural, =0 {} other { and # more}}",
      zh: "{name}：{rows} 行属于本研究范围以外的地区，未予采用：{list}{more, plural, =0 {} other {等（另有 # 个）}}",
    },
    { name, rows, more, list: { en: listed("en", ", "), zh: listed("zh", "、") } },
  );
  const hint = {
    en: "add the places to the cluster, or write places: all in the dataset to keep every row",
    zh: "如需采用，请把这些地区加入 cluster，或在该数据集中写 places: all",
  };
  return [{ code: "rows-left-aside", text, hint }];
}

function placesIn(table: Table): string[] {
  const roles = codesOf(table, "place") === undefined ? ["from", "to"] : ["place"];
  return roles.flatMap((role) => [...(codesOf(table, role) ?? [])]).flatMap((code) => code ?? []);
}
