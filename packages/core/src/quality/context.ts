import { same, type Text } from "../language/text.ts";
import type { Measure, Panel } from "./panel.ts";

/** What the world knows of the codes of a table. All of it may be left out. */
export interface QualityContext {
  readonly nameOf?: (place: string) => Text | undefined;
  /** Lists of codes that the places may be of; the list that knows most of them is taken. */
  readonly places?: readonly ReadonlySet<string>[];
  readonly industries?: readonly ReadonlySet<string>[];
  /** What the dated table of codes says happened to a place between two years, the first excluded. */
  readonly eventOf?: (place: string, after: number, to: number) => Text | undefined;
}

/** One kind of check. */
export type Check = (panel: Panel, context: QualityContext, faults: import("./fault.ts").Faults) => void;

/** `Baoding 2013`, as far as the table has places and years. */
export function whereIs(panel: Panel, { nameOf }: QualityContext, place: number, year?: number): Text {
  const code = panel.places[place] ?? "";
  const name = (code === "" ? undefined : nameOf?.(code)) ?? same(code);
  const when = year === undefined ? Number.NaN : (panel.years[year] as number);
  if (!Number.isFinite(when) || panel.key.year === undefined) return name;
  return code === ""
    ? { en: String(when), zh: `${when} 年` }
    : { en: `${name.en} ${when}`, zh: `${name.zh} ${when} 年` };
}

/** A number for people: six digits. */
export const shown = (value: number): string => String(Number(value.toPrecision(6)));

/** A ratio for people: three digits. */
export function shownRatio(ratio: number): string {
  return ratio >= 1000 ? String(Math.round(ratio)) : String(Number(ratio.toPrecision(3)));
}

/** `+62%`, of a change of logarithms. */
export function shownChange(log: number): string {
  const percent = Math.round((Math.exp(log) - 1) * 100);
  return `${percent < 0 ? "" : "+"}${percent}%`;
}

/** Names in a row, the first few: `A, B, C and 12 more`. */
export function listed(names: readonly Text[], most = 4): Text {
  const rest = names.length - most;
  const first = names.slice(0, most);
  const en = first.map((name) => name.en).join(", ");
  const zh = first.map((name) => name.zh).join("、");
  return rest <= 0 ? { en, zh } : { en: `${en} and ${rest} more`, zh: `${zh}等 ${names.length} 个` };
}

export const cellOf = ({ years }: Panel, place: number, year: number): number => place * years.length + year;

export const rowAt = (panel: Panel, measure: Measure, place: number, year: number): number =>
  measure.rows[cellOf(panel, place, year)] as number;
