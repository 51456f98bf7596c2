import { InputError } from "../contract/errors.ts";
import { evaluate, unitOf } from "../expression/evaluate.ts";
import { type Expression, variablesOf } from "../expression/expression.ts";
import type { Frame } from "../expression/frame.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { currencies } from "../units/money.ts";
import { parseUnit } from "../units/parse-unit.ts";
import type { Unit } from "../units/unit.ts";
import { amountsOf } from "./game-schema.ts";
import { type Deal, isDrawn } from "./schema.ts";
import { type Path, refuse, Tell } from "./tell.ts";
import { amountHint, writtenAmount } from "./written-amount.ts";

/** A number of the study, with its unit. */
export interface FigureValue {
  readonly value: number;
  readonly unit: string;
}

/** A quantity that the deal uses: a number, a name or an expression, and the unit that it must come in. */
export interface Use {
  readonly path: Path;
  readonly written: number | string;
  readonly unit: string;
}

/** Every place of the deal that a quantity stands in. */
export function usesOf(deal: Deal): Use[] {
  const { currency } = deal;
  const uses: Use[] = [];
  const add = (path: (string | number)[], written: number | string | undefined, unit: string) => {
    if (written !== undefined) uses.push({ path, written, unit });
  };
  for (const [party, { outside }] of Object.entries(deal.parties))
    add(["parties", party, "outside"], outside, currency);
  for (const [name, { expected }] of Object.entries(deal.enterprises)) {
    if (expected === undefined) continue;
    const path = ["enterprises", name, "expected"];
    for (const when of ["before", "full"] as const)
      for (const [tax, written] of Object.entries(expected[when])) add([...path, when, tax], written, currency);
    add([...path, "ramp"], expected.ramp, "1");
    add([...path, "fails"], expected.fails, "1");
    for (const [what, { amount, unit }] of Object.entries(expected.counts))
      add([...path, "counts", what, "amount"], amount, unit);
  }
  deal.flows.forEach(({ amount }, at) => {
    add(["flows", at, "amount"], amount, currency);
  });
  for (const [rule, { bet }] of Object.entries(deal.rules)) {
    add(["rules", rule, "bet", "index"], bet?.index, "1");
    bet?.measured?.forEach(({ index }, at) => {
      add(["rules", rule, "bet", "measured", at, "index"], index, "1");
    });
  }
  for (const [name, game] of Object.entries(deal.games))
    for (const { at, written, unit } of amountsOf(game, currency)) add(["games", name, ...at], written, unit);
  return uses;
}

/** Checks names, units and order of all quantities; answers the assumptions in an order in which each can be computed. */
export function checkQuantities(deal: Deal, figures: ReadonlyMap<string, FigureValue>, tell: Tell): string[] {
  const units = new Map<string, Unit | undefined>();
  for (const name of Object.keys(deal.figures))
    units.set(name, readUnit(figures.get(name)?.unit ?? deal.figures[name].unit, ["figures", name], deal, tell));
  const expressions = new Map<string, Expression>();
  for (const [name, { expr, unit }] of Object.entries(deal.assumed)) {
    const path = ["assumed", name];
    units.set(name, readUnit(unit, [...path, "unit"], deal, tell));
    if (Object.hasOwn(deal.figures, name))
      tell.add(
        path,
        "name-twice",
        `${name} stands in figures too, expected one of them`,
        `${name} 同时出现在 figures 中，应只写一处`,
      );
    const expression = expr === undefined ? undefined : read(expr, unit, [...path, "expr"], tell);
    if (expression !== undefined) expressions.set(name, expression);
  }
  const order = ordered(deal, expressions, tell);
  const check = (expression: Expression, unit: string, path: Path) =>
    told(path, tell, () => {
      const unknown = variablesOf(expression).find((name) => !units.has(name));
      if (unknown !== undefined) {
        const known = [...units.keys()];
        tell.add(
          path,
          "quantity-unknown",
          `there is no ${unknown} in figures or assumed; there are ${known.join(", ") || "none"}`,
          `figures 与 assumed 中没有 ${unknown}；现有：${known.join("、") || "无"}`,
          suggestion(unknown, known),
        );
      } else if (variablesOf(expression).every((name) => units.get(name) !== undefined))
        unitOf(expression, (name) => units.get(name), { unit });
    });
  for (const [name, expression] of expressions) check(expression, deal.assumed[name].unit, ["assumed", name, "expr"]);
  for (const [name, { expected }] of Object.entries(deal.enterprises))
    for (const [what, { unit }] of Object.entries(expected?.counts ?? {}))
      readUnit(unit, ["enterprises", name, "expected", "counts", what, "unit"], deal, tell);
  for (const { path, written, unit } of usesOf(deal)) {
    const expression = typeof written === "number" ? undefined : read(written, unit, path, tell);
    if (expression !== undefined) check(expression, unit, path);
  }
  return order;
}

function read(text: string, unit: string, path: Path, tell: Tell): Expression | undefined {
  const amount = writtenAmount(text);
  if (amount === undefined) return told(path, tell, () => parseExpression(text));
  const isAssumed = path[0] === "assumed" && amount.unit !== "";
  const asValue = `value: ${amount.number}, unit: ${amount.unit}`;
  tell.add(
    path,
    "quantity-unit",
    `is ${text}, expected a number without ${amount.unit === "" ? "commas" : "its unit"}, a name of figures or assumed, or an expression of them`,
    `为 ${text}，应为不带${amount.unit === "" ? "千分位逗号" : "单位"}的数字、figures 或 assumed 中的名称，或由其组成的表达式`,
    isAssumed ? { en: `write ${asValue}`, zh: `请写 ${asValue}` } : amountHint(amount, unit),
  );
  return undefined;
}

/** What a deal can do about it, where the other room has no word. */
const hints: Readonly<Record<string, Text | undefined>> = {
  "unit-mismatch": {
    en: "a number in an expression has no unit: give an amount a name under assumed, with its unit",
    zh: "表达式中的数字没有单位：请在 assumed 中为金额命名并写明单位（unit）",
  },
};

/** What another room refuses, told at its place in the deal. */
function told<T>(path: Path, tell: Tell, compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { code, text, hint = hints[code] } of error.problems) tell.add(path, code, text.en, text.zh, hint);
    return undefined;
  }
}

/** A unit; money in another currency than the deal's is refused, since nothing says at which rate it would be exchanged. */
function readUnit(written: string | undefined, path: Path, { currency }: Deal, tell: Tell): Unit | undefined {
  if (written === undefined) return undefined;
  return told(path, tell, () => {
    const unit = parseUnit(written);
    const other = currencies.find((each) => each !== currency && unit.dimensions[each] !== undefined);
    if (other === undefined) return unit;
    tell.add(
      path,
      "currency-mixed",
      `is in ${other}, expected ${currency}, the currency of the deal`,
      `以 ${other} 计，协议货币为 ${currency}`,
      {
        en: "convert the amount by a rate of a stated day, and say so in its note",
        zh: "请按注明日期的汇率换算，并在 note 中写明",
      },
    );
    return undefined;
  });
}

/** Assumptions so that each comes after what it is made of; those in a circle are told, once a circle, and left out. */
function ordered({ assumed }: Deal, expressions: ReadonlyMap<string, Expression>, tell: Tell): string[] {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (name: string, above: readonly string[]): void => {
    if (state.get(name) === "done" || !Object.hasOwn(assumed, name)) return;
    if (state.get(name) === "open") {
      const circle = [...above.slice(above.indexOf(name)), name];
      tell.add(
        ["assumed", name, "expr"],
        "assumed-circular",
        `the assumptions rest on each other in a circle: ${circle.join(" -> ")}; expected one that stands by itself`,
        `假设互相依赖成环：${circle.join(" → ")}；其中应有一项独立给出`,
        { en: "give one of them a value", zh: "请为其中一项直接给出数值" },
      );
      return;
    }
    state.set(name, "open");
    const expression = expressions.get(name);
    for (const below of expression === undefined ? [] : variablesOf(expression)) visit(below, [...above, name]);
    state.set(name, "done");
    order.push(name);
  };
  for (const name of Object.keys(assumed)) visit(name, []);
  return order;
}

/** The assumptions that a quantity rests on, be it through others. */
export function assumedUnder({ assumed }: Pick<Deal, "assumed">, written: number | string): Set<string> {
  const under = new Set<string>();
  const look = (text: string): void => {
    // what cannot be read is told where it stands
    const expression = told([], new Tell(), () => parseExpression(text));
    for (const name of expression === undefined ? [] : variablesOf(expression)) {
      if (!Object.hasOwn(assumed, name) || under.has(name)) continue;
      under.add(name);
      if (assumed[name].expr !== undefined) look(assumed[name].expr);
    }
  };
  if (typeof written === "string") look(written);
  return under;
}

/** Those of them that are drawn; none where it is the same in every draw. */
export function drawnUnder(deal: Pick<Deal, "assumed">, written: number | string): string[] {
  return [...assumedUnder(deal, written)].filter((name) => isDrawn(deal.assumed[name]));
}

/** Expressions that a deal uses are few and used in every draw: each is read once. */
export function quantityIn(frame: Frame, written: number | string, unit: string, path: Path): Float64Array {
  if (typeof written === "number") return new Float64Array(frame.rows).fill(written);
  const { values } = evaluate(parseExpression(written), frame, { unit });
  const none = values.reduce((count, value) => (Number.isFinite(value) ? count : count + 1), 0);
  if (none > 0)
    refuse(
      path,
      "quantity-no-number",
      `${written} gives no number in ${none} of ${frame.rows} draws, expected one in each`,
      `${written} 在 ${frame.rows} 次模拟中有 ${none} 次得不出数值，应每次都有`,
      {
        en: "look for a division by 0, or a logarithm or root of what may be below 0",
        zh: "请检查是否除以 0，或对可能为负的数取对数、开方",
      },
    );
  return values;
}
