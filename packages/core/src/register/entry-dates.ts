import type { Problem } from "../contract/errors.ts";
import { fault, type RegisterCells, type RegisterColumn } from "./cells.ts";
import { coarser, isFiner, isNewYear, type PolicyDate, type Precision, readDate } from "./dates.ts";

/** Where a year comes from that is not simply what the source says of the policy. */
export type DateBasis = "stated" | "paragraph" | "outside-text" | "target";

/** What a column of precision may say; the longer words say where the year comes from as well. */
const precisions: Readonly<Record<string, { precision: Precision; basis: DateBasis } | "none">> = {
  day: { precision: "day", basis: "stated" },
  month: { precision: "month", basis: "stated" },
  year: { precision: "year", basis: "stated" },
  decade: { precision: "decade", basis: "stated" },
  "year-of-paragraph": { precision: "year", basis: "paragraph" },
  "year-outside-text": { precision: "year", basis: "outside-text" },
  "target-year": { precision: "year", basis: "target" },
  none: "none",
};

const dateColumns = ["announced", "in_force", "ended", "date"] as const;
type DateColumn = (typeof dateColumns)[number];

export interface EntryDates {
  readonly announced?: PolicyDate;
  readonly in_force?: PolicyDate;
  readonly ended?: PolicyDate;
  /** A date of which the source does not say what happened then. */
  readonly date?: PolicyDate;
  readonly basis: DateBasis;
}

/** The dates of every entry, each as exact as it is written and no more; what is contradictory or no date at all. */
export function entryDates(cells: RegisterCells, problems: Problem[], notes: Problem[]): EntryDates[] {
  const newYears = new Map<DateColumn, number[]>();
  const entries = Array.from({ length: cells.rows }, (_, row): EntryDates => {
    const told = precisionOf(cells, row, problems);
    const dates: Partial<Record<DateColumn, PolicyDate>> = {};
    for (const column of dateColumns) {
      const text = cells.text(column, row);
      if (text === "") continue;
      const date = readDate(text);
      if (date === undefined) problems.push(unreadable(cells, column, row, text));
      else if (told === undefined) {
        dates[column] = date;
        if (isNewYear(date)) newYears.set(column, [...(newYears.get(column) ?? []), row]);
      } else if (told === "none") problems.push(datedAgainstWord(cells, column, row, text));
      else if (isFiner(told.precision, date.precision)) {
        problems.push(precisionLost(cells, column, row, text, told.precision));
      } else dates[column] = coarser(date, told.precision);
    }
    const basis = told === undefined || told === "none" ? "stated" : told.basis;
    if (told !== undefined && told !== "none" && Object.keys(dates).length === 0) missing(cells, row, problems);
    problems.push(...contradictions(cells, row, dates));
    return { ...dates, basis };
  });
  for (const [column, rows] of newYears) if (rows.length > 1) notes.push(allNewYears(cells, column, rows));
  return entries;
}

function precisionOf(cells: RegisterCells, row: number, problems: Problem[]) {
  const word = cells.text("precision", row).toLowerCase();
  if (word === "") return undefined;
  if (Object.hasOwn(precisions, word)) return precisions[word];
  const known = Object.keys(precisions).join(", ");
  problems.push(
    fault(
      "register-precision-unknown",
      cells.place("precision", row),
      { en: `precision of the date is ${word}`, zh: `日期精度为 ${word}` },
      { en: `write one of: ${known}`, zh: `请写以下之一：${known}` },
    ),
  );
  return undefined;
}

const called = {
  announced: { en: "announced", zh: "公布" },
  in_force: { en: "in force", zh: "生效" },
  ended: { en: "ended", zh: "终止" },
  date: { en: "dated", zh: "日期" },
} as const;

function unreadable(cells: RegisterCells, column: DateColumn, row: number, text: string): Problem {
  const isSerial = /^\d{5}$/.test(text);
  return fault(
    "register-date-unreadable",
    cells.place(column, row),
    { en: `${text} is no date`, zh: `${text} 不是日期` },
    isSerial
      ? {
          en: "a spreadsheet keeps dates as counts of days: format the column as text and save again",
          zh: "电子表格以天数存储日期：请将该列设为文本后重新保存",
        }
      : { en: "write 2014, 2014-03, 2014-03-15 or 1980s", zh: "请写成 2014、2014-03、2014-03-15 或 1980s" },
  );
}

function datedAgainstWord(cells: RegisterCells, column: DateColumn, row: number, text: string): Problem {
  return fault(
    "register-precision-contradicts",
    cells.place(column, row),
    { en: `precision says none, but there is the date ${text}`, zh: `精度为 none，却有日期 ${text}` },
    { en: "write how exact the date is, or clear it", zh: "请写明日期精度，或清空日期" },
  );
}

function precisionLost(cells: RegisterCells, column: DateColumn, row: number, text: string, told: Precision): Problem {
  const words = { day: "日", month: "月", year: "年", decade: "年代" }[told];
  return fault(
    "register-precision-lost",
    cells.place(column, row),
    {
      en: `precision says ${told}, but the date is ${text}: precision was lost`,
      zh: `精度为${words}，日期却只有 ${text}：精度已丢失`,
    },
    {
      en: "take the date from the source again, or write what is left of its precision",
      zh: "请从原文重新录入日期，或改写为现有精度",
    },
  );
}

function missing(cells: RegisterCells, row: number, problems: Problem[]): void {
  if (dateColumns.some((column) => cells.text(column, row) !== "")) return;
  const word = cells.text("precision", row);
  problems.push(
    fault(
      "register-date-missing",
      cells.place("precision", row),
      { en: `precision says ${word}, but there is no date`, zh: `精度为 ${word}，却没有日期` },
      { en: "write the date, or none", zh: "请补上日期，或写 none" },
    ),
  );
}

function allNewYears(cells: RegisterCells, column: DateColumn, rows: readonly number[]): Problem {
  const name = cells.nameOf(column) ?? column;
  return fault(
    "register-new-years",
    cells.place(column, rows[0] as number),
    {
      en: `${rows.length} dates in ${name} are the first of January: years that a spreadsheet wrote as days?`,
      zh: `${name} 中有 ${rows.length} 个日期为 1 月 1 日：是否为电子表格写成日期的年份？`,
    },
    { en: "if so, write year in the column precision", zh: "如是，请在精度列写 year" },
  );
}

/** Dates that cannot both be right however coarse they are. */
function contradictions(cells: RegisterCells, row: number, dates: Partial<Record<DateColumn, PolicyDate>>): Problem[] {
  const pairs: readonly (readonly [DateColumn, DateColumn])[] = [
    ["announced", "in_force"],
    ["in_force", "ended"],
    ["announced", "ended"],
    ["date", "ended"],
  ];
  return pairs.flatMap(([before, after]) => {
    const [first, second] = [dates[before], dates[after]];
    if (first === undefined || second === undefined || second.last >= first.first) return [];
    if (before === "announced" && after === "ended" && dates.in_force !== undefined) return [];
    return fault(
      "register-dates-contradict",
      cells.place(after as RegisterColumn, row),
      {
        en: `${called[after].en} ${second.text}, before it was ${called[before].en} in ${first.text}`,
        zh: `${called[after].zh}于 ${second.text}，早于${called[before].zh}的 ${first.text}`,
      },
      { en: "look both dates up in the source", zh: "请对照原文核实两个日期" },
    );
  });
}
