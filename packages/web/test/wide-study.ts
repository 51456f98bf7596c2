import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "@conurb/core/contract";

const [places, indicators, aspects] = [293, 60, 5];

/** A made-up study of 293 cities of China (real codes, drawn figures) and 60 indicators under five aspects, as large as a national index gets. */
export function writeWideStudy(folder: string): void {
  const draw = random(1, "wide-study");
  const codes = cityCodes().slice(0, places);
  const names = Array.from({ length: indicators }, (_, at) => `x${at + 1}`);
  const rows = codes.map((code) => {
    const size = draw.normal();
    return [code, ...names.map(() => (size + 2 * draw.normal()).toFixed(3))].join(",");
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "drawn.csv"), `${["place", ...names].join(",")}\n${rows.join("\n")}\n`);
  const aspect = (at: number) =>
    names
      .filter((_, nth) => nth % aspects === at)
      .map(
        (name) =>
          `          ${name}-indicator: { title: { zh: 指标 ${name}, en: Indicator ${name} }, expr: drawn.${name}, unit: "1" }`,
      )
      .join("\n");
  writeFileSync(
    join(folder, "study.yaml"),
    `conurb: 1
title: { zh: 抽取的 293 城 60 项指标, en: "293 cities, 60 indicators, drawn" }
cluster: { drawn: { title: { zh: 全部城市, en: All cities }, members: [${codes.map((code) => `"${code}"`).join(", ")}] } }
datasets:
  drawn: { file: drawn.csv, source: Drawn at random }
indicators:
  wide:
    year: 2020
    aspects:
${Array.from({ length: aspects }, (_, at) => `      aspect-${at + 1}:\n        title: { zh: 方面 ${at + 1}, en: Aspect ${at + 1} }\n        indicators:\n${aspect(at)}`).join("\n")}
recipes:
  wide: { indicators: wide, normalise: { method: min-max, range: [0.01, 1] } }
analyses:
  ranks: { use: composite/rank-uncertainty, on: { data: wide, recipe: wide } }
`,
  );
}

/** Prefectures and the four municipalities of the table of codes. */
function cityCodes(): string[] {
  const file = new URL("../../atlas/codes/places.csv", import.meta.url);
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  return lines
    .map((line) => line.split(","))
    .filter(
      ([code = "", , until, , , , level]) =>
        until === "" && (level === "prefecture" || /^(11|12|31|50)0000$/.test(code)),
    )
    .map(([code = ""]) => code);
}
