import type { Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { suggestion } from "../language/suggestion.ts";
import { knownUnit } from "../units/parse-unit.ts";
import { fault, type RegisterCells } from "./cells.ts";
import { type CodeColumn, codeLists, codeMeant } from "./codes.ts";

/** The code of a cell, or nothing and a problem where the list has none that it could mean. */
export function codeIn(cells: RegisterCells, column: CodeColumn, row: number, problems: Problem[]): string {
  const cell = cells.text(column, row);
  if (cell === "") return "";
  const { title, codes } = codeLists[column];
  const meant = codeMeant(codes, cell);
  if (meant !== undefined) return meant;
  const known = codes.map(({ code }) => code);
  problems.push(
    fault(
      "register-code-unknown",
      cells.place(column, row),
      {
        en: `${title.en} is ${cell}, expected one of ${known.join(", ")}`,
        zh: `${title.zh}为 ${cell}，应为以下之一：${known.join("、")}`,
      },
      suggestion(cell, [...known, ...codes.flatMap(({ en, zh, also = [] }) => [en, zh, ...also])]),
    ),
  );
  return "";
}

/** An amount of money, which needs a unit. */
export function amountIn(cells: RegisterCells, given: Table, row: number, problems: Problem[]): number {
  const cell = cells.text("amount", row);
  if (cell === "") return Number.NaN;
  const amount = Number(cell.replaceAll(",", ""));
  if (!Number.isFinite(amount)) {
    problems.push(
      fault(
        "register-amount-unreadable",
        cells.place("amount", row),
        { en: `amount is ${cell}, expected a number`, zh: `金额为 ${cell}，应为数字` },
        { en: "write the number alone, and its unit in amount_unit", zh: "请只写数字，单位写入 amount_unit" },
      ),
    );
    return Number.NaN;
  }
  const column = given.columns.find(({ name }) => name === cells.nameOf("amount"));
  const own = column?.kind === "number" && column.unit !== "1" ? column.unit : "";
  const unit = cells.text("amount_unit", row) || own;
  if (unit === "" || knownUnit(unit) === undefined) {
    problems.push(
      fault(
        "register-amount-without-unit",
        cells.place(unit === "" ? "amount" : "amount_unit", row),
        unit === ""
          ? { en: `amount ${cell} has no unit`, zh: `金额 ${cell} 没有单位` }
          : { en: `${unit} is no unit of the amount ${cell}`, zh: `${unit} 不是金额 ${cell} 的单位` },
        {
          en: "write the unit in amount_unit, such as 100 million yuan or 亿元",
          zh: "请在 amount_unit 写明单位，如亿元",
        },
      ),
    );
  }
  return amount;
}
