import { writeFile } from "node:fs/promises";
import { InputError, labels, makeTable, numbers } from "@conurb/core/contract";
import { type Language, same } from "@conurb/core/language";
import type { DatasetQuality } from "@conurb/core/study";
import { drawFigure } from "@conurb/figures";
import { say } from "../say.ts";
import { coverageRows, filled } from "./coverage-picture.ts";

/** More places than a page holds are drawn by cluster or province. */
const mostRows = 60;

/** Draws which figures there are, datasets side by side: places down, years across, the share of columns in each cell. */
export async function drawCoverage(found: readonly DatasetQuality[], file: string, language: Language): Promise<void> {
  const drawn = found.filter(({ coverage }) => coverage.years.length > 0 && coverage.places.length > 1);
  if (drawn.length === 0) throw new InputError({ code: "coverage-nothing", text: say("coverage-nothing") });
  const rows = new Map<string, Map<number, { there: number; all: number }>>();
  const years = [...new Set(drawn.flatMap(({ coverage }) => coverage.years))].sort((a, b) => a - b);
  for (const quality of drawn) {
    const { coverage } = quality;
    for (const { name, codes } of coverageRows(quality, mostRows)) {
      const row = rows.get(name[language]) ?? new Map<number, { there: number; all: number }>();
      rows.set(name[language], row);
      coverage.years.forEach((year, at) => {
        const weight = codes.length * coverage.measures.length;
        const cell = row.get(year) ?? { there: 0, all: 0 };
        row.set(year, { there: cell.there + filled(coverage, codes, at) * weight, all: cell.all + weight });
      });
    }
  }
  const cells = [...rows].flatMap(([row, of]) =>
    years.map((year) => {
      const cell = of.get(year);
      return { row, year, share: cell === undefined ? 0 : (100 * cell.there) / cell.all };
    }),
  );
  const share = numbers(
    "share",
    "percent",
    cells.map((cell) => cell.share),
    { title: say("coverage-share") },
  );
  const table = makeTable(
    "coverage",
    [],
    [
      labels(
        "row",
        cells.map(({ row }) => row),
        { en: "place", zh: "地区" },
      ),
      labels(
        "time",
        cells.map(({ year }) => String(year)),
        { en: "year", zh: "年份" },
      ),
      share,
    ],
  );
  const named = Object.fromEntries([...rows.keys()].map((row) => [row, { title: same(row) }]));
  const { svg } = drawFigure(
    {
      kind: "heatmap",
      table: "coverage",
      row: "row",
      column: "time",
      value: "share",
      scale: "sequential",
      title: say("coverage-title"),
    },
    { tables: { coverage: table }, labels: named, language, frame: "standalone" },
  );
  await writeFile(file, svg);
}
