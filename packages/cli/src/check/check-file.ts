import { basename } from "node:path";
import type { Table } from "@conurb/core/contract";
import { same, type Text } from "@conurb/core/language";
import { checkTable } from "@conurb/core/quality";
import { type DatasetQuality, eventsIn } from "@conurb/core/study";
import { requireTable, typeTable } from "@conurb/core/tables";
import { type Atlas, decodeData, openAtlas, readBytes } from "@conurb/store";
import { namedPlaces } from "../import/atlas-words.ts";
import { guessedPage } from "../import/guessed-page.ts";
import { guessedFlag, guessedRoles } from "../import/guessed-roles.ts";
import { hasPlacesAcross, looksLikePage } from "../import/looks-like-page.ts";
import { isWorkbook, openBook } from "../import/open-book.ts";
import { knownCodes } from "./known-codes.ts";

/** The figures of one data file, with columns taken for what their names say. */
export async function checkFile(file: string): Promise<DatasetQuality> {
  const atlas = openAtlas();
  const table = await tableOf(file);
  const { nameOf, regionOf, codes } = await placeWords(atlas);
  const { industries = [], changes = [] } = await knownCodes(atlas);
  const context = { nameOf, places: [codes], industries, eventOf: eventsIn(changes) };
  const { faults, coverage } = checkTable(table, context);
  const known = coverage.places.flatMap(({ code }) => {
    const region = regionOf(code);
    return region === undefined ? [] : [[code, region] as const];
  });
  const regions = known.length > coverage.places.length / 2 ? Object.fromEntries(known) : {};
  const pageNotes = table.source?.page?.notes ?? [];
  return { dataset: basename(file), file, coverage, faults, pageNotes, regions };
}

async function tableOf(file: string): Promise<Table> {
  const bytes = await readBytes(file);
  if (isWorkbook(bytes, file)) return (await guessedPage(await openBook(bytes, file), undefined)).table;
  const { cells, format } = await decodeData(bytes, file);
  if (format === "csv" && (looksLikePage(cells) || (await hasPlacesAcross(cells))))
    return (await guessedPage(await openBook(bytes, file), undefined)).table;
  const name = basename(file);
  const plain = requireTable(typeTable(cells, { name }));
  const flag = guessedFlag(plain);
  const table = flag === undefined ? plain : requireTable(typeTable(cells, { name, roles: { flag } }));
  return { ...table, roles: { ...guessedRoles(table), ...table.roles } };
}

async function placeWords(atlas: Atlas) {
  const [places, named] = await Promise.all([atlas.places(), namedPlaces(atlas)]);
  const dated = new Map(named.map((place) => [place.code, place]));
  const nameOf = (code: string): Text | undefined => places.get(code)?.name ?? dated.get(code)?.name;
  const regionOf = (code: string): Text | undefined => {
    const parent = places.get(code)?.parent ?? dated.get(code)?.parent;
    if (parent === undefined) return undefined;
    return places.get(code)?.parentName ?? nameOf(parent) ?? same(parent);
  };
  return { nameOf, regionOf, codes: new Set([...places.keys(), ...dated.keys()]) };
}
