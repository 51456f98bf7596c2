import { join } from "node:path";
import { type Deal, type DealResult, dealTables } from "@conurb/core/deal";
import { tableToCsv } from "@conurb/core/tables";
import { unitWords } from "@conurb/figures/publish";
import { tablesToXlsx } from "@conurb/store";
import { writeBytes } from "../export/write-bytes.ts";
import { writeChanged } from "../study/write-output.ts";

export const dealTableFormats = ["xlsx", "csv"] as const;

/** All numbers of a deal as a workbook, or a file a table. */
export async function writeDealTables(
  out: string,
  deal: Deal,
  result: DealResult,
  formats: readonly (typeof dealTableFormats)[number][],
): Promise<string[]> {
  if (formats.length === 0) return [];
  const tables = dealTables(deal, result);
  const files: string[] = [];
  if (formats.includes("xlsx")) {
    const path = join(out, "deal.xlsx");
    const source = deal.illustrative
      ? { en: "illustrative: amounts rest on invented assumptions", zh: "示例：金额基于虚设的假设" }
      : { en: "", zh: "" };
    const named = tables.map((table) => ({
      name: table.name,
      title: table.title ?? { en: table.name, zh: table.name },
      source,
      table,
    }));
    const lines = [
      {
        en: `draft on the table: ${result.table}; ${result.draws} draws, seed ${result.seed}`,
        zh: `当前方案：${result.table}；${result.draws} 次模拟，种子 ${result.seed}`,
      },
    ];
    const about = { title: deal.title, lines, chineseUnit: (unit: string) => unitWords(unit, "zh") };
    await writeBytes(path, await tablesToXlsx(named, about));
    files.push(path);
  }
  if (formats.includes("csv"))
    for (const table of tables) {
      const path = join(out, "tables", `deal.${table.name}.csv`);
      await writeChanged(path, tableToCsv(table));
      files.push(path);
    }
  return files;
}
