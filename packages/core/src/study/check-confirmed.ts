import type { Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { type StudyData, unavailable } from "./data.ts";
import type { Locate } from "./locate.ts";
import type { StudyPorts } from "./ports.ts";
import type { Study } from "./schema.ts";

/** Names that are confirmed as a code that no list of places has: whatever the datasets are, the entry says nothing. */
export async function unknownConfirmed(study: Study, ports: StudyPorts, locate: Locate): Promise<Problem[]> {
  const entries = Object.entries(study.places?.confirm ?? {});
  const places = entries.length === 0 ? undefined : await ports.namedPlaces?.();
  if (places === undefined) return [];
  const codes = new Set(places.map(({ code }) => code));
  return entries.flatMap(([name, code]): Problem[] => {
    if (codes.has(code)) return [];
    const text = {
      en: `places.confirm: ${name} is confirmed as ${code}, which is no code of the lists of places`,
      zh: `places.confirm：“${name}”确认为 ${code}，而地区表中没有此代码`,
    };
    return [{ code: "place-confirmed-unknown", text, place: locate(["places", "confirm", name]) }];
  });
}

/** Names that are confirmed and that no dataset has: a slip, or a file that now writes them otherwise. */
export async function unusedConfirmed(study: Study, data: StudyData, locate: Locate): Promise<Problem[]> {
  const open = Object.keys(study.places?.confirm ?? {}).filter((name) => !data.confirmed().has(name));
  if (open.length === 0) return [];
  const words = new Set<string>();
  for (const [name, { absent }] of Object.entries(study.datasets)) {
    if (absent !== undefined) continue;
    const table = data.loaded(name) ?? (await data.dataset(name).catch(unavailable));
    if (table === undefined) return []; // what could not be read may have them
    for (const word of wordsOf(table)) words.add(word);
  }
  return open.flatMap((name): Problem[] => {
    if (words.has(name.split("|").at(-1) ?? name)) return [];
    const text = {
      en: `places.confirm: ${name} is confirmed, and no dataset has this name`,
      zh: `places.confirm：已确认“${name}”，但没有数据集含此名称`,
    };
    return [{ code: "place-confirmed-unused", text, place: locate(["places", "confirm", name]) }];
  });
}

const wordsOf = ({ columns }: Table): string[] =>
  columns.flatMap((column) => (column.kind === "label" ? column.values.flatMap((value) => value?.trim() ?? []) : []));
