import { mkdir, readdir, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Language } from "@conurb/core/language";
import { unavailable } from "@conurb/core/study";
import type { ReportModel } from "@conurb/figures";
import { namesOf, publishedTables, tableWriters, unitWords, withNames } from "@conurb/figures/publish";
import { tablesToXlsx, writeParquet, writeStata } from "@conurb/store";
import { writeChanged } from "../study/write-output.ts";
import type { Asked } from "./asked.ts";
import { writeBytes } from "./write-bytes.ts";

/** Writes every result table and dataset in the formats asked for into `exports`, and removes those of an earlier run there. */
export async function writeTables(
  out: string,
  model: ReportModel,
  formats: Asked["tables"],
  languages: readonly Language[],
): Promise<string[]> {
  const folder = join(out, "exports");
  const datasets = new Map();
  for (const name of Object.keys(model.run.plan.study.datasets)) {
    const table = await model.run.data.dataset(name).catch(unavailable);
    if (table !== undefined) datasets.set(name, table);
  }
  const names = { en: namesOf({ ...model, datasets }, "en"), zh: namesOf({ ...model, datasets }, "zh") };
  const plain = publishedTables(model, datasets);
  const named = plain.map((each) => ({ ...each, table: withNames(each.table, names) }));
  const made: string[] = [];
  const path = (name: string) => {
    made.push(name);
    return join(folder, name);
  };
  await mkdir(folder, { recursive: true });
  for (const format of formats) {
    if (format === "xlsx") await writeBytes(path("tables.xlsx"), await tablesToXlsx(named, aboutOf(model)));
    else if (format === "dta" || format === "parquet") {
      const [language = "en"] = languages; // the first that is asked for
      for (const { name, table } of named) {
        if (format === "dta") await writeStata(table, path(`${name}.dta`), { language, chineseUnit });
        else await writeParquet(table, path(`${name}.parquet`));
      }
    } else {
      for (const language of languages) {
        const write = tableWriters({ ...model, datasets }, language)[format];
        for (const each of plain) await writeChanged(path(`${each.name}.${language}.${format}`), write(each));
      }
    }
  }
  const endings = new Set(formats.map((format) => `.${format}`));
  const stale = (await readdir(folder)).filter((name) => endings.has(extname(name)) && !made.includes(name));
  for (const name of stale) await rm(join(folder, name));
  return [folder];
}

const chineseUnit = (unit: string): string => unitWords(unit, "zh");

function aboutOf({ run, lock, lockHash }: ReportModel) {
  const { title, prices } = run.plan.study;
  const basis = prices?.basis !== undefined && prices.basis !== "current" ? String(prices.base ?? "") : "";
  return {
    title,
    chineseUnit,
    lines: [
      {
        zh: `conurb ${lock.conurb}，种子 ${lock.seed}，锁文件 ${lockHash}`,
        en: `conurb ${lock.conurb}, seed ${lock.seed}, lock ${lockHash}`,
      },
      ...(prices?.basis === undefined
        ? []
        : [
            prices.basis === "current"
              ? { zh: "金额为当年价", en: "money at current prices" }
              : { zh: `金额为 ${basis} 年不变价`, en: `money at constant prices of ${basis}` },
          ]),
    ],
  };
}
