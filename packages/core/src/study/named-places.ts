import { InputError, type Problem } from "../contract/errors.ts";
import { type Column, labels, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { confirmKey, placeProblems } from "../places/confirm-list.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import { type ConfirmList, type MatchOptions, matchPlaces, type PlaceMatching } from "../places/match-places.ts";
import { roleColumn } from "./places.ts";
import type { PlaceInfo } from "./ports.ts";

export interface CodedTable {
  readonly table: Table;
  /** The places that were found by their names. */
  readonly places: readonly PlaceInfo[];
  /** Names that no list of places has: they stay as they are. */
  readonly notes: readonly Problem[];
  /** Entries of the confirm list whose names stand in the table. */
  readonly confirmed: readonly string[];
}

/** Whether a table calls its places by words, as pages of yearbooks do. */
export function hasNamedPlaces(table: Table, isCode: (code: string) => boolean): boolean {
  const column = roleColumn(table, "place");
  return column?.kind === "label" && column.values.some((each) => each !== null && !isCode(each));
}

/**
 * The table with a code for each place that its page calls by its exact name, or that the study has confirmed. A name that
 * may be a place, or any of several, is refused with what to write.
 */
export function withCodes(
  table: Table,
  places: readonly DatedPlace[],
  isCode: (code: string) => boolean,
  confirmed: ConfirmList = {},
): CodedTable {
  const column = roleColumn(table, "place");
  if (column?.kind !== "label") return { table, places: [], notes: [], confirmed: [] };
  const province = table.columns.find(({ kind, name }) => kind === "label" && name === "province");
  const within = province?.values as readonly (string | null)[] | undefined;
  const own = column.values.map((each) => (each === null || isCode(each) || !mayBePlace(each) ? null : each));
  const options = { confirmed, ...(within === undefined ? {} : { within }), ...yearsOfRows(table) };
  const matching = matchColumn(own, places, options);
  const { file, sheets: [sheetName] = [] } = table.source ?? {};
  const untold = matching.matches.filter(({ code }) => code === undefined);
  const problems = placeProblems(matching, column.name).map((problem, at): Problem => {
    const line = untold[at] && table.lines?.[untold[at].first];
    if (file === undefined || line === undefined) return problem;
    return { ...problem, place: { file, ...(sheetName === undefined ? {} : { sheet: sheetName }), row: line } };
  });
  const open = problems.filter(({ code }) => code === "place-proposed" || code === "place-ambiguous");
  if (open.length > 0) throw new InputError(open);
  const codes = matching.codes.map((code, row) => code ?? column.values[row] ?? null);
  const columns = table.columns.map((each) => (each === column ? labels(column.name, codes, column.title) : each));
  const found = matching.matches.flatMap(({ place }): PlaceInfo[] => {
    if (place === undefined) return [];
    const { code, name, parent } = place;
    return [{ code, name, ...(parent === undefined ? {} : { parent }) }];
  });
  const where = `${file ?? table.name}${sheetName === undefined ? "" : ` [${sheetName}]`}`;
  const notes = [...unknownNames(matching, where), ...sumsAmong(matching, where)];
  const unused = new Set(matching.unusedConfirmed);
  const met = Object.keys(confirmed).filter((name) => !unused.has(name));
  return { table: { ...table, columns }, places: found, notes, confirmed: met };
}

/** The years that decide which place a name was: figures of 2009 under 巢湖 are those of a prefecture. */
export function yearsOfRows(table: Table): Pick<MatchOptions, "years"> {
  const column = roleColumn(table, "year");
  if (column === undefined) return {};
  return { years: Float64Array.from(column.values as Column["values"] & ArrayLike<unknown>, yearIn) };
}

const earliest = 1900;
const latest = 2100;

function yearIn(value: unknown): number {
  const year = typeof value === "string" ? Number(/^\s*(\d{4})(?!\d)/.exec(value)?.[1] ?? Number.NaN) : Number(value);
  return year >= earliest && year <= latest ? Math.floor(year) : Number.NaN;
}

/** Whether most of the names by which a table calls its places are, or may be, those of listed places. */
export function isMostlyListed(table: Table, places: readonly DatedPlace[]): boolean {
  const column = roleColumn(table, "place");
  if (column?.kind !== "label") return false;
  const names = column.values.map((each) => (each !== null && isName(each) ? each : null));
  const { matches } = matchColumn(names, places, yearsOfRows(table));
  return (
    matches.filter(({ candidates, code }) => code !== undefined || candidates.length > 0).length * 2 > matches.length
  );
}

function unknownNames({ matches }: PlaceMatching, where: string): Problem[] {
  const unknown = matches.filter(({ status, given }) => status === "unknown" && isName(given));
  const [first] = unknown;
  if (first === undefined) return [];
  const told = (language: keyof Text, mark: readonly [string, string, string]) =>
    unknown
      .slice(0, shown)
      .map((match) => {
        const [meant] = match.candidates;
        return `${confirmKey(match)}${meant === undefined ? "" : `${mark[1]}${meant.name[language]}${mark[2]}`}`;
      })
      .join(mark[0]);
  const more = Math.max(0, unknown.length - shown);
  // one that may be a slip says most of what is to be written
  const slip = unknown.find(({ candidates }) => candidates.length > 0);
  const [key, code] = [confirmKey(slip ?? first), slip?.candidates[0]?.place.code];
  const entry = (open: string) => `places: { confirm: { ${JSON.stringify(key)}: ${JSON.stringify(code ?? open)} } }`;
  return [
    {
      code: "places-unknown-names",
      text: {
        en: `${where}: no list of places has ${told("en", [", ", " (is ", " meant?)"])}${more > 0 ? ` and ${more} more` : ""}; they stay as they are`,
        zh: `${where}：地区表中没有 ${told("zh", ["、", "（是否指", "？）"])}${more > 0 ? ` 等 ${unknown.length} 个名称` : ""}，原样保留`,
      },
      hint: {
        en: `if one is a place, write ${entry("CODE")} in the study`,
        zh: `若其为某地区，请在研究文件中写 ${entry("代码")}`,
      },
    },
  ];
}

/** 苏南, 全省: said apart, since no list of places could ever have them. */
function sumsAmong({ matches }: PlaceMatching, where: string): Problem[] {
  const sums = matches.filter(({ status }) => status === "aggregate").map(confirmKey);
  if (sums.length === 0) return [];
  const more = Math.max(0, sums.length - shown);
  const listed = (comma: string) => sums.slice(0, shown).join(comma);
  return [
    {
      code: "places-sums",
      text: {
        en: `${where}: ${listed(", ")}${more > 0 ? ` and ${more} more` : ""} ${sums.length === 1 ? "is a sum or mean" : "are sums or means"} over places, not ${sums.length === 1 ? "a place" : "places"}: left aside, unless places: all keeps every row`,
        zh: `${where}：${listed("、")}${more > 0 ? ` 等 ${sums.length} 个名称` : ""}是多个地区的合计或平均，不是地区：除非写明 places: all，否则不予采用`,
      },
    },
  ];
}

const shown = 8;

/** Names, and codes of six digits such as 110100; 11 may be Beijing's code, or that of a state. */
const mayBePlace = (given: string): boolean => isName(given) || /^\d{6}$/.test(given);

/** A code that no list has, such as that of a county, is a code all the same. */
export const isName = (given: string): boolean => /\p{L}/u.test(given);

/** Where every name is that of a province, provinces are meant: 吉林 is one then, and not the city of that name. */
export function matchColumn(
  values: readonly (string | null)[],
  places: readonly DatedPlace[],
  options: MatchOptions = {},
): PlaceMatching {
  const provinces = matchPlaces(values, places, { ...options, levels: ["province"] });
  if (provinces.matches.every(({ code }) => code !== undefined)) return provinces;
  return matchPlaces(values, places, options);
}
