import type { Text } from "@conurb/core/language";
import type { Coverage } from "@conurb/core/quality";
import type { DatasetQuality } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textWidth } from "../terminal/text-table.ts";

/** More places than a screen holds are told by cluster or province. */
const mostRows = 16;
/** Up to so many years each has a head of its own; more are one character each, every fifth with its year. */
const mostWide = 12;
const headEvery = 5;
const [wide, narrow] = [5, 1];
/** Of places that belong to no regions, those with the fewest figures. */
const worstShown = 5;

export interface CoverageRow {
  readonly name: Text;
  readonly codes: readonly string[];
}

/** Places, or where there are too many the clusters or provinces that they belong to. */
export function coverageRows({ coverage, regions }: DatasetQuality, most: number): readonly CoverageRow[] {
  const { places } = coverage;
  if (places.length <= most) return places.map(({ code, name }) => ({ name, codes: [code] }));
  const grouped = new Map<string, { name: Text; codes: string[] }>();
  for (const { code } of places) {
    const region = regions[code] ?? say("coverage-others");
    const row = grouped.get(region.en) ?? { name: region, codes: [] };
    row.codes.push(code);
    grouped.set(region.en, row);
  }
  const all = { name: say("coverage-all"), codes: places.map(({ code }) => code) };
  if (grouped.size > 1 && grouped.size <= 2 * most) return [...grouped.values()];
  const least = places
    .map((place) => ({ ...place, share: filled(coverage, [place.code]) }))
    .filter(({ share }) => share < 1)
    .sort((a, b) => a.share - b.share)
    .slice(0, worstShown);
  return [all, ...least.map(({ code, name }) => ({ name, codes: [code] }))];
}

/** A group with how many places it is of. */
const counted = ({ name, codes }: CoverageRow): CoverageRow => ({
  name: { en: `${name.en} ${codes.length}`, zh: `${name.zh} ${codes.length}` },
  codes,
});

/** The share of cells with a figure, of some places in one year or in all. */
export function filled({ measures, present, years }: Coverage, codes: readonly string[], year?: number): number {
  let [there, all] = [0, 0];
  for (const { name } of measures) {
    for (const code of codes) {
      const marks = present[name]?.[code] ?? "";
      const shown = year === undefined ? marks : (marks[year] ?? "");
      there += [...shown].filter((mark) => mark === "1").length;
      all += year === undefined ? Math.max(1, years.length) : 1;
    }
  }
  return all === 0 ? 0 : there / all;
}

const mark = (share: number): string =>
  share === 1 ? "█" : share >= 0.9 ? "▓" : share >= 0.5 ? "▒" : share > 0 ? "░" : "·";

/** Whether there is anything to see: every figure that is there makes no picture. */
export const isComplete = ({ filled: there, cells }: Coverage): boolean => there === cells;

/** Places by years, a block each, no wider and no longer than a screen. */
export function coverageLines(quality: DatasetQuality, terminal: Terminal): string[] {
  const { coverage } = quality;
  const { years } = coverage;
  const rows = coverageRows(quality, mostRows).map((row) => (row.codes.length > 1 ? counted(row) : row));
  if (isComplete(coverage) || rows.length === 0) return [];
  const width = Math.max(...rows.map(({ name }) => textWidth(terminal.text(name))));
  const column = years.length <= mostWide ? wide : narrow;
  const padded = (text: string) => `  ${text}${" ".repeat(width - textWidth(text))}  `;
  const cells = years.length === 0 ? [undefined] : [...years.keys()];
  const head = cells
    .map((at) => {
      if (at === undefined) return "";
      if (column === wide) return String(years[at]).padEnd(wide);
      return at % headEvery === 0 && at + headEvery <= years.length + 1 ? String(years[at]).padEnd(headEvery) : "";
    })
    .join("");
  const lines = rows.map(({ name, codes }) => {
    const marks = cells.map((year) => {
      const one = mark(filled(coverage, codes, year));
      return column === wide && years.length > 0 ? `${one.repeat(wide - 1)} ` : one;
    });
    return `${padded(terminal.text(name))}${marks.join("")}`.trimEnd();
  });
  return years.length === 0 ? lines : [`${padded("")}${head}`.trimEnd(), ...lines];
}

const fewest = 3;

/** The columns with the fewest figures, where they are thinner than the others. */
export function thinnest({ measures, present, places, years }: Coverage): readonly { title: Text; share: number }[] {
  const span = places.length * Math.max(1, years.length);
  const shares = measures.map(({ name, title }) => {
    const there = Object.values(present[name] ?? {}).reduce((sum, marks) => sum + marks.replaceAll("0", "").length, 0);
    return { title, share: there / span };
  });
  const sorted = shares.sort((a, b) => a.share - b.share);
  const best = sorted.at(-1)?.share ?? 1;
  return sorted.slice(0, fewest).filter(({ share }) => share < best);
}
