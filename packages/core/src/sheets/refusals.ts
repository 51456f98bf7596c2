import { fillText } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { cellAddress, columnLetters } from "./address.ts";
import { isDitto } from "./ditto.ts";
import type { PageLog } from "./page-log.ts";
import { loweredBy, readValue } from "./read-value.ts";
import { rawText, type SheetValue } from "./sheet.ts";

const longest = 40;

/** What is told of a refused cell, and how to mend it. */
interface Refusal {
  readonly code: string;
  readonly text: Text;
  readonly hint: Text;
}

/** A cell among the figures that is none. */
export function refuseValue(
  held: SheetValue,
  why: "text" | "error" | "logical" | "percent",
  row: number,
  column: number,
  variable: string,
  log: PageLog,
  unit = "",
): void {
  const said = quoted(held);
  const refusal =
    why === "error"
      ? formulaFailed(said, variable)
      : why === "percent"
        ? percentUnexpected(said, variable, unit)
        : ((isDitto(held) ? figureDitto(said, variable) : undefined) ??
          lowered(said, variable) ??
          notANumber(said, variable));
  log.refuse(refusal.code, { row, column }, refusal.text, refusal.hint);
}

const formulaFailed = (said: string, variable: string): Refusal => ({
  code: "formula-failed",
  text: {
    en: `holds ${said}, the failure of a formula, expected ${variable}`,
    zh: `为公式错误 ${said}，应为“${variable}”的数值`,
  },
  hint: {
    en: "mend the formula, or leave the cell empty if the figure is missing",
    zh: "请更正公式；如数据缺失请留空",
  },
});

const percentUnexpected = (said: string, variable: string, unit: string): Refusal => ({
  code: "percent-unexpected",
  text: {
    en: `holds "${said}", but ${variable} is in ${unit}`,
    zh: `内容为“${said}”，而“${variable}”的单位为 ${unit}`,
  },
  hint: { en: "give the column its unit under `units` of the layout", zh: "请在 layout 的 units 中写明该列单位" },
});

const figureDitto = (said: string, variable: string): Refusal => ({
  code: "figure-ditto",
  text: {
    en: `holds the ditto mark "${said}", expected a number of ${variable}`,
    zh: `内容为“同上”符号“${said}”，应为“${variable}”的数值`,
  },
  hint: { en: "write the figure out, if it is the one above", zh: "如与上方数值相同，请逐格写明" },
});

/** (4.0) and △4.0 may be figures below zero, or something else: only the layout can say. */
function lowered(said: string, variable: string): Refusal | undefined {
  const way = loweredBy(said);
  if (way === undefined) return undefined;
  if (way === "triangles") {
    return {
      code: "number-behind-triangle",
      text: {
        en: `holds "${said}", which may be a figure below zero or one with a footnote, expected a number of ${variable}`,
        zh: `内容为“${said}”，可能是负数，也可能是带注号的数，应为“${variable}”的数值`,
      },
      hint: {
        en: 'if △ means below zero, write `triangles: negative` in the layout; if it is the mark of a note, `marks: { "△": note }`',
        zh: '若 △ 表示负数，请在 layout 中写 triangles: negative；若为注号，请写 marks: { "△": note }',
      },
    };
  }
  return {
    code: "number-in-brackets",
    text: {
      en: `holds "${said}", which may be a figure below zero or one that stands beside the sum, expected a number of ${variable}`,
      zh: `内容为“${said}”，可能是负数，也可能是不计入合计的数或注号，应为“${variable}”的数值`,
    },
    hint: {
      en: "if brackets mean below zero, write `brackets: negative` in the layout; else mend the cell, or list it under `missing`",
      zh: "若括号表示负数，请在 layout 中写 brackets: negative；否则请更正该单元格，或列入 missing",
    },
  };
}

function notANumber(said: string, variable: string): Refusal {
  const text = {
    en: `holds "${said}", expected a number of ${variable}`,
    zh: `内容为“${said}”，应为“${variable}”的数值`,
  };
  const pointed = said.trim().replace(",", ".");
  const hint = /^[+-]?\d+,\d{1,2}$/.test(said.trim())
    ? { en: `write ${pointed} with a decimal point`, zh: `小数点请写作 ${pointed}` }
    : {
        en: "mend the cell; if it is a sign, list it under `missing`, `zero` or `marks` of the layout",
        zh: "请更正该单元格；如为符号，请列入 layout 的 missing、zero 或 marks",
      };
  return { code: "not-a-number", text, hint };
}

/** 3-4 typed into a workbook becomes a date: nobody knows what it was. */
export function refuseDate(held: SheetValue, row: number, column: number, variable: string, log: PageLog): void {
  log.refuse(
    "date-unexpected",
    { row, column },
    {
      en: `holds the date ${rawText(held)}, expected a number of ${variable}`,
      zh: `为日期 ${rawText(held)}，应为“${variable}”的数值`,
    },
    { en: "format the cell as a number, and type the figure again", zh: "请把单元格格式改为数值后重新录入" },
  );
}

const quoted = (held: SheetValue): string => {
  const text = rawText(held);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

export function refuseInSection(held: SheetValue, row: number, column: number, log: PageLog): void {
  log.refuse(
    "figure-in-section",
    { row, column },
    {
      en: `holds "${quoted(held)}", but the layout says that its row is a heading over others`,
      zh: `内容为“${quoted(held)}”，但布局称该行为分组标题行`,
    },
    {
      en: "take the row out of `sections` of the layout if it holds figures",
      zh: "若该行有数值，请从 layout 的 sections 中删去",
    },
  );
}

export function refuseMerged(held: SheetValue, row: number, column: number, log: PageLog): void {
  log.refuse(
    "figure-merged",
    { row, column },
    {
      en: `lies under ${rawText(held)}, which is merged over several cells and may be of each or of all together`,
      zh: `处于合并单元格的数值 ${rawText(held)} 之下：该数属各格还是各格合计，无从判断`,
    },
    { en: "split the merged cell, and give each cell its own figure", zh: "请拆分合并单元格，逐格填写数值" },
  );
}

export function refuseYear(held: SheetValue, row: number, column: number, figures: number, log: PageLog): void {
  log.refuse(
    "not-a-year",
    { row, column },
    fillText(
      {
        en: 'holds "{held}", expected a year; {figures, plural, =0 {the row holds no figure} one {the figure of the row is refused with it} other {the # figures of the row are refused with it}}',
        zh: "内容为“{held}”，应为年份；{figures, plural, =0 {该行没有数值} other {该行 # 个数值一并拒收}}",
      },
      { held: quoted(held), figures },
    ),
    {
      en: `mend the year; or write \`notes: [${row + 1}]\` in the layout if the row is a note, \`leave: { rows: [${row + 1}] }\` in its table if it is not wanted`,
      zh: `请更正年份；若该行为注释，请在 layout 中写 notes: [${row + 1}]；如不需要，请在该表（tables）中写 leave: { rows: [${row + 1}] }`,
    },
  );
}

export function refuseRow(row: number, column: number, figures: number, log: PageLog): void {
  log.refuse(
    "row-unnamed",
    { row },
    fillText(
      {
        en: "has {figures, plural, one {a figure, and nothing that says whose it is ({at})} other {# figures, and nothing that says whose they are ({at} on)}}",
        zh: "有 {figures} 个数值，但没有行标题说明其归属（自 {at} 起）",
      },
      { figures, at: cellAddress(row, column) },
    ),
    {
      en: "write its place, or add the head to `fill` of the layout",
      zh: "请补写行标题，或在 layout 的 fill 中注明沿用上一行",
    },
  );
}

/** Words where figures are expected are most often the names of the rows. */
const isWords = (held: SheetValue): boolean => {
  const cell = readValue(held, undefined);
  return cell.kind === "refused" && cell.why === "text" && loweredBy(rawText(held)) === undefined;
};

/** As it is written in a table of the layout. */
const leaveColumn = (letters: string): string => `leave: { columns: [${letters}] }`;

function refuseWords(code: string, held: SheetValue, row: number, column: number, log: PageLog): void {
  const letters = columnLetters(column);
  log.refuse(
    code,
    { row, column },
    {
      en: `holds "${quoted(held)}", in a column that is read as one of figures`,
      zh: `内容为“${quoted(held)}”，而该列按数值列读取`,
    },
    {
      en: `if the column names the places, write \`by: { place: ${letters} }\` in the table of the layout; if it is not wanted, \`${leaveColumn(letters)}\``,
      zh: `若该列为地区名，请在 layout 的该表（tables）中写 by: { place: ${letters} }；如不需要，请写 ${leaveColumn(letters)}`,
    },
  );
}

export function refuseUnnamed(held: SheetValue, row: number, column: number, log: PageLog): void {
  if (isWords(held)) {
    refuseWords("column-unnamed", held, row, column, log);
    return;
  }
  const leave = leaveColumn(columnLetters(column));
  log.refuse(
    "column-unnamed",
    { row, column },
    { en: "holds a figure in a column without a head", zh: "有数值，但该列没有表头" },
    {
      en: `name it by \`variable: NAME\` in the table of the layout, or write \`${leave}\` there if it is not wanted`,
      zh: `请在 layout 的该表（tables）中写 variable: 指标名；如不需要该列，请写 ${leave}`,
    },
  );
}

export function refuseYearless(held: SheetValue, row: number, column: number, log: PageLog): void {
  if (isWords(held)) {
    refuseWords("year-missing", held, row, column, log);
    return;
  }
  const leave = leaveColumn(columnLetters(column));
  log.refuse(
    "year-missing",
    { row, column },
    { en: "holds a figure of no year, though the table tells years apart", zh: "的数值没有年份，而该表按年份区分" },
    {
      en: `write \`${leave}\` in the table of the layout, or read the column by a table of its own`,
      zh: `请在 layout 的该表（tables）中写 ${leave}，或另设一表读取该列`,
    },
  );
}

export function refuseRepeated(
  row: number,
  column: number,
  [before, now]: readonly [string, string],
  first: string,
  variable: string,
  log: PageLog,
): void {
  log.refuse(
    "cell-repeated",
    { row, column },
    {
      en: `gives ${variable} a second time, ${now} after ${before} in ${first}`,
      zh: `重复给出“${variable}”：${first} 为 ${before}，此处为 ${now}`,
    },
    {
      en: "tell the rows apart by sections, leave one of them out, or set `records` of the layout",
      zh: "请用分组标题区分各行，或舍去其一，或在 layout 中设置 records",
    },
  );
}

export function noteRepeats(row: number, column: number, first: string, log: PageLog): void {
  log.note(
    "cell-repeats",
    { row, column },
    { en: `says the same as ${first}: taken once`, zh: `与 ${first} 内容相同：只取一次` },
  );
}
