import type { NumberColumn } from "../contract/table.ts";
import { fillText } from "../language/message.ts";
import { convert } from "../units/convert.ts";
import { unitsAgree } from "../units/unit.ts";
import type { PageLog } from "./page-log.ts";
import { readableUnit } from "./unify-units.ts";

/** A column of one sheet, where the sheet has it. */
interface OfSheet {
  readonly column: NumberColumn | undefined;
  readonly log: PageLog;
}

/** The figures of one column over all sheets in the unit of the first that has it: scales are converted and noted, others refused. */
export function commonUnit(name: string, sheets: readonly OfSheet[]) {
  const unit = sheets.find(({ column }) => column !== undefined)?.column?.unit ?? "1";
  const wanted = readableUnit(unit);
  const converted = sheets.map(({ column, log }) => {
    if (column === undefined || column.unit === unit) return column?.values;
    const own = readableUnit(column.unit);
    const texts = { name, from: column.unit, to: unit };
    if (wanted === undefined || own === undefined || !unitsAgree(wanted, own)) {
      refuseUnit(texts, log);
      return new Float64Array(column.values.length).fill(Number.NaN);
    }
    log.note(
      "unit-converted",
      {},
      fillText(
        {
          en: "{name} is converted from {from} to {to}, the unit of the first sheet",
          zh: "“{name}”由 {from} 换算为首个工作表的单位 {to}",
        },
        texts,
      ),
    );
    return convert(column.values, own, wanted);
  });
  return { unit, converted };
}

function refuseUnit(texts: { readonly name: string; readonly from: string; readonly to: string }, log: PageLog): void {
  log.refuse(
    "unit-changes",
    {},
    fillText(
      {
        en: "{name} is in {from}, but in {to} on the sheets before, which is another kind of quantity",
        zh: "“{name}”的单位为 {from}，而此前各表为 {to}，量纲不同",
      },
      texts,
    ),
    {
      en: "give the column its unit under `units` of the layout, or leave the sheet out of `sheet`",
      zh: "请在 layout 的 units 中写明该列单位，或从 sheet 中删去该工作表",
    },
  );
}

/** A column that others have: its figures are missing here. */
export function lackOf(name: string, log: PageLog): void {
  log.note(
    "sheet-lacks-column",
    {},
    { en: `has no column ${name}, which other sheets have: a gap`, zh: `没有其他工作表中的“${name}”列：按缺失处理` },
  );
}

export function refuseRows(rows: readonly string[], before: string, log: PageLog): void {
  log.refuse(
    "sheets-repeat",
    {},
    fillText(
      {
        en: "{count, plural, one {row {first} stands} other {# rows stand}} on sheet {before} too{count, plural, one {} other {, {first} first}}",
        zh: "有 {count} 行在工作表“{before}”中已有，首行为 {first}",
      },
      { count: rows.length, first: rows[0] as string, before },
    ),
    {
      en: "if the sheets are years or places by their names, say `year: sheet` or `place: sheet` in the layout's tables",
      zh: "如工作表名即年份或地区，请在 layout 的 tables 中写明 year: sheet 或 place: sheet",
    },
  );
}
