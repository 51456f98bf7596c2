import { InputError, type Problem } from "../contract/errors.ts";
import { type Column, findColumn, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { placeOf } from "../quality/fault.ts";
import { type DatasetStep, namedColumn, namedFigures, type UnderWay } from "./dataset-steps.ts";
import { roleColumn } from "./places.ts";
import type { Correction } from "./schema.ts";

/** The flag of every figure that a study corrects. */
export const correctedFlag = "corrected";

/** A correction and the cell that it is meant for. */
interface Meant {
  readonly correction: Correction;
  readonly row: number;
  /** What the file has there. */
  readonly before: number;
}

/**
 * Figures that the study corrects, each with its reason. The file stays as it is; a figure that is corrected loses the flag that it had,
 * which was said of another number. One whose row is not there, or that is no longer what it was corrected from, stops the study.
 */
export function correctStep({ name, table }: UnderWay, corrections: readonly Correction[]): DatasetStep {
  const path = `datasets.${name}.corrections`;
  const problems: Problem[] = [];
  const meant = new Map<string, Meant>();
  for (const [at, correction] of corrections.entries()) {
    try {
      const own = meantBy(table, correction, `${path}.${at}`);
      const cell = `${own.row} ${correction.column}`;
      if (meant.has(cell)) throw refused("correction-twice", twice(`${path}.${at}`, correction), `${path}.${at}`);
      meant.set(cell, own);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    kind: "correct",
    after: corrected(table, [...meant.values()]),
    told: toldOf(name, table, [...meant.values()]),
    behind: (row, column) => {
      const own = meant.get(`${row} ${column}`);
      if (own === undefined) return undefined;
      return { expr: correctedFlag, cells: [{ of: name, table, row, column }], why: [own.correction.reason] };
    },
  };
}

function corrected(table: Table, meant: readonly Meant[]): Table {
  const columns = table.columns.map((column): Column => {
    const own = meant.filter(({ correction }) => correction.column === column.name);
    if (column.kind === "label" || own.length === 0) return column;
    const values = Float64Array.from(column.values);
    const flags = column.flags === undefined ? new Array<string | null>(values.length).fill(null) : [...column.flags];
    for (const { correction, row } of own) {
      values[row] = correction.value ?? Number.NaN;
      flags[row] = correctedFlag;
    }
    return { ...column, values, flags };
  });
  return { ...table, columns };
}

function meantBy(table: Table, correction: Correction, path: string): Meant {
  const column = namedFigures(table, correction.column, `${path}.column`);
  if (isKey(table, column)) {
    throw refused("correction-of-key", ofKey(path, column.name), `${path}.column`, keyHint);
  }
  const rows = rowsAt(table, correction, `${path}.at`);
  const [row] = rows;
  if (row === undefined || rows.length > 1) {
    const [en, zh] = [cellCalled(correction, "en"), cellCalled(correction, "zh")];
    const found = String(rows.length);
    const text: Text = {
      en: `${path}: ${found} rows have ${en}, expected one`,
      zh: `${path}：${zh} 对应 ${found} 行，应恰为一行`,
    };
    throw refused(row === undefined ? "correction-no-row" : "correction-many-rows", text, `${path}.at`, rowHint(table));
  }
  const before = column.values[row] as number;
  const { was } = correction;
  if (was !== undefined && was !== (Number.isNaN(before) ? null : before)) {
    const [found, expected] = [shown(before), shown(was ?? Number.NaN)];
    const text: Text = {
      en: `${path}: ${correction.column} of ${cellCalled(correction, "en")} is ${found.en} in the data, expected ${expected.en}, which is corrected here`,
      zh: `${path}：${cellCalled(correction, "zh")} 的 ${correction.column} 在数据中为${found.zh}，而此处所更正的是${expected.zh}`,
    };
    throw refused("correction-other-figure", text, `${path}.was`, {
      en: "the data have changed since: take the correction out, or say what it corrects now",
      zh: "数据已变动：请删去此更正，或重新写明所更正的数值",
    });
  }
  return { correction, row, before };
}

const keyRoles = ["place", "from", "to", "industry", "year"] as const;

/** An amount may be called industry, or to: by its name alone a column tells places and years. */
const isKey = (table: Table, column: Column): boolean =>
  table.key.includes(column.name) ||
  keyRoles.some((role) => table.roles?.[role] === column.name) ||
  ["place", "year"].some((role) => roleColumn(table, role) === column);

const ofKey = (path: string, column: string): Text => ({
  en: `${path}: ${column} tells which row is meant, expected a column of figures`,
  zh: `${path}：${column} 用于确定行，应为数值列`,
});
const keyHint: Text = {
  en: "another place or year is another row: mend the file, or its roles",
  zh: "更换地区或年份即为另一行，请修改文件或其 roles",
};

function rowsAt(table: Table, { at }: Correction, path: string): number[] {
  const wanted = Object.entries(at).map(([name, value]) => {
    const column = roleColumn(table, name) ?? findColumn(table, name);
    if (column === undefined) namedColumn(table, name, `${path}.${name}`, Object.keys(table.roles ?? {}));
    return [column as Column, value] as const;
  });
  const holds = ([{ kind, values }, value]: (typeof wanted)[number], row: number) =>
    kind === "number" ? values[row] === Number(value) : values[row] === String(value);
  return Array.from({ length: table.rows }, (_, row) => row).filter((row) => wanted.every((each) => holds(each, row)));
}

function rowHint(table: Table): Text {
  const roles = keyRoles.filter((role) => roleColumn(table, role) !== undefined);
  const names = (roles.length > 0 ? roles : table.columns.map((column) => column.name)).join(", ");
  return { en: `a row is told by ${names}`, zh: `行由 ${names} 确定` };
}

const cellCalled = ({ at }: Correction, language: "en" | "zh"): string =>
  Object.entries(at)
    .map(([name, value]) => `${name} ${value}`)
    .join(language === "zh" ? "、" : ", ");

const shown = (value: number): Text =>
  Number.isNaN(value) ? { en: "a gap", zh: "缺失" } : { en: String(value), zh: ` ${value}` };

const twice = (path: string, correction: Correction): Text => ({
  en: `${path}: ${correction.column} of ${cellCalled(correction, "en")} is corrected twice`,
  zh: `${path}：${cellCalled(correction, "zh")} 的 ${correction.column} 被更正两次`,
});

function refused(code: string, text: Text, path: string, hint?: Text): InputError {
  return new InputError({ code, text, place: { path }, ...(hint === undefined ? {} : { hint }) });
}

function toldOf(name: string, table: Table, meant: readonly Meant[]): Problem[] {
  const count = meant.length;
  const account: Text = {
    en: `${name}: ${count} ${count === 1 ? "figure is" : "figures are"} corrected by the study, flagged ${correctedFlag}`,
    zh: `${name}：研究更正了 ${count} 个数值，标记为 ${correctedFlag}`,
  };
  const entries = meant.map(({ correction, row, before }): Problem => {
    const { column, value, reason } = correction;
    const [is, was] = [shown(value ?? Number.NaN), shown(before)];
    const text: Text = {
      en: `${name}: ${column} of ${cellCalled(correction, "en")} is taken as ${is.en}, the file has ${was.en}: ${reason.en}`,
      zh: `${name}：${cellCalled(correction, "zh")} 的 ${column} 取${is.zh}，原文件为${was.zh}：${reason.zh}`,
    };
    return { code: "corrected-cell", text, place: placeOf(table, { row, column }) };
  });
  return [{ code: "corrected", text: account }, ...entries];
}
