import type { Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { fillText } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { isAggregate } from "../places/aggregate.ts";
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
  const places = [...new Set(rolesOf(all).flat())].flatMap((code) => code ?? []).filter((code) => !selected?.has(code));
  const sums = new Set(places.filter((code) => gazetteer.places.get(code) === undefined && isAggregate(code)));
  const rowsOfSums = rowsWith(all, sums);
  const say = (code: string, count: number, codes: readonly string[], sentence: Text, hint: Text): Problem[] => {
    if (count === 0) return [];
    const listed = (language: keyof Text, comma: string) =>
      codes
        .slice(0, mostNamed)
        .map((each) => placeTitle(gazetteer, each)[language])
        .join(comma);
    const more = Math.max(0, codes.length - mostNamed);
    const list = { en: listed("en", ", "), zh: listed("zh", "、") };
    return [{ code, text: fillText(sentence, { name, rows: count, more, list }), hint }];
  };
  const outside = places.filter((code) => !sums.has(code));
  return [
    ...say("rows-left-aside", rows - rowsOfSums, outside, outsideText, outsideHint),
    ...say("sums-left-aside", rowsOfSums, [...sums], sumsText, sumsHint),
  ];
}

const outsideText = {
  en: "{name}: {rows, plural, one {# row is} other {# rows are}} of places outside the study and left aside: {list}{more, plural, =0 {} other { and # more}}",
  zh: "{name}：{rows} 行属于本研究范围以外的地区，未予采用：{list}{more, plural, =0 {} other {等（另有 # 个）}}",
};
const outsideHint = {
  en: "add the places to the cluster, or write places: all in the dataset to keep every row",
  zh: "如需采用，请把这些地区加入 cluster，或在该数据集中写 places: all",
};
const sumsText = {
  en: "{name}: {rows, plural, one {# row is a sum or mean} other {# rows are sums or means}} over places, not of a place, and left aside: {list}{more, plural, =0 {} other { and # more}}",
  zh: "{name}：{rows} 行是多个地区的合计或平均，不属于任何地区，未予采用：{list}{more, plural, =0 {} other {等（另有 # 个）}}",
};
const sumsHint = {
  en: "if one is a place, write its code under places: confirm",
  zh: "若其中有地区，请在 places: confirm 中写明其代码",
};

/** Codes of the places of every row, by the role that names them. */
function rolesOf(table: Table): readonly (readonly (string | null)[])[] {
  const roles = codesOf(table, "place") === undefined ? ["from", "to"] : ["place"];
  return roles.map((role) => [...(codesOf(table, role) ?? [])]);
}

function rowsWith(table: Table, codes: ReadonlySet<string>): number {
  const columns = rolesOf(table);
  return Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    columns.some((column) => codes.has(column[row] ?? "")),
  ).length;
}
