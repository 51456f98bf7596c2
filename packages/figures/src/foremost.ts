import { findColumn, type Table, type View, type ViewOf } from "@conurb/core/contract";
import { fill, type Language } from "@conurb/core/language";
import { numberFormat } from "./format.ts";
import { newestYear } from "./newest-year.ts";
import { asHead, inSentence, words } from "./words.ts";

/** Which columns of a view say of what a number is, and which is the number. */
interface Read {
  readonly codes: readonly string[];
  readonly value: string;
}

/** What a picture says at first sight, read off the rows it shows: who is highest, and who lowest where each row is of one thing. */
export function foremost(
  view: View,
  table: Table,
  nameOf: (code: string) => string,
  language: Language,
): string | undefined {
  if (view.kind === "lorenz") return poorerHalf(view, table, language);
  const read = readingOf(view);
  if (read === undefined) return undefined;
  const codes = read.codes.flatMap((name) => findColumn(table, name) ?? []);
  const value = findColumn(table, read.value);
  if (codes.length < read.codes.length || value?.kind !== "number") return undefined;
  const year = yearOf(table, view, read);
  const rows = shownRows(table, view, year).filter((row) => Number.isFinite(value.values[row]));
  const at = (row: number) => value.values[row] as number;
  const first = rows.reduce((a, b) => (at(b) > at(a) ? b : a), rows[0] ?? 0);
  const last = rows.reduce((a, b) => (at(b) < at(a) ? b : a), rows[0] ?? 0);
  const isOneEach = codes.length === 1 && new Set(rows.map((row) => codes[0]?.values[row])).size === rows.length;
  const isSplit = codes.length === 1 && !isOneEach;
  const called = (row: number) => codes.map(({ values }) => nameOf(String(values[row]))).join("\u00a0– ");
  const isNamed = /\p{L}/u.test(called(first)); // a class is called by its number: that it is highest says nothing
  if (rows.length < 2 || isSplit || !isNamed || at(first) === at(last)) return undefined;
  const format = numberFormat(value.unit, value.values, language);
  const number = format.unit.includes("(") ? format.format : format.full; // a square of money is read on the axis
  const title = asHead(value.title?.[language] ?? value.name, language);
  return fill(words[isOneEach ? "foremostTwo" : "foremost"][language], language, {
    title: year === undefined ? title : fill(words.inYear[language], language, { title, year: String(year) }),
    top: called(first),
    most: number(at(first)),
    low: called(last),
    least: number(at(last)),
  });
}

/** Kinds that set things beside each other by one number; what others show is no matter of a first and a last. */
function readingOf(view: View): Read | undefined {
  if (view.kind === "heatmap" || view.kind === "matrix") return { codes: [view.row, view.column], value: view.value };
  if (view.kind === "map" || view.kind === "dots") return { codes: [view.place], value: view.value };
  if (view.kind === "ranking") return { codes: [view.place], value: view.score };
  if (view.kind === "rank-size") return { codes: [view.place], value: view.size };
  if (view.kind === "bars") return { codes: [view.category], value: view.value };
  if (view.kind === "flow" && view.shows !== "neighbours") return { codes: [view.from, view.to], value: view.value };
  if (view.kind === "scatter") return { codes: [view.place], value: view.y };
  if (view.kind === "trend") return { codes: [view.series], value: view.value };
  return undefined;
}

/** Of one curve: what the half has that has least. */
function poorerHalf(
  { x, y, group, where = {} }: ViewOf<"lorenz">,
  table: Table,
  language: Language,
): string | undefined {
  const [across, up] = [findColumn(table, x), findColumn(table, y)];
  const groups = group === undefined ? undefined : findColumn(table, group)?.values;
  const isOne = groups === undefined || new Set<unknown>(groups).size === 1;
  if (across?.kind !== "number" || up?.kind !== "number" || !isOne || Object.keys(where).length > 0) return undefined;
  const points = [...across.values].map((at, row) => [at, up.values[row] as number] as const).sort(([a], [b]) => a - b);
  const after = points.findIndex(([at]) => at >= half);
  const [[left, low], [right, high]] = [points[after - 1] ?? [0, 0], points[after] ?? [Number.NaN, Number.NaN]];
  const part = low + ((half - left) / (right - left)) * (high - low);
  if (!Number.isFinite(part)) return undefined;
  const title = inSentence(up.title?.[language] ?? up.name, language);
  return fill(words.poorerHalf[language], language, {
    title,
    part: numberFormat("%", [], language, 1).full(100 * part),
  });
}

const half = 0.5;

/** In which a panel stands, unless the view says one. */
function yearOf(table: Table, view: View, { value }: Read): number | undefined {
  return view.where?.year === undefined ? newestYear(table, [value]) : undefined;
}

function shownRows(table: Table, view: View, newest: number | undefined): number[] {
  const kept = { ...view.where, ...(newest === undefined ? {} : { year: newest }) };
  const columns = Object.entries(kept).map(([name, held]) => ({ values: findColumn(table, name)?.values, held }));
  return Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    columns.every(({ values, held }) => values?.[row] === held),
  );
}
